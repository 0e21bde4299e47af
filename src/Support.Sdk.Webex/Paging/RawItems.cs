using System.Text.Json;

namespace Support.Sdk.Webex;

/// <summary>Finds the items of a page <c>{"items":[…]}</c> without reading what they hold.</summary>
internal static class RawItems
{
    /// <summary>What the lists of people give at most (fact sheet, section 1.3).</summary>
    private const int LargestPage = 100;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The items, as slices of <paramref name="page"/>; none when the page has no items.</summary>
    /// <exception cref="JsonException">The page is not JSON, no object, or its items are no array.</exception>
    public static List<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> page)
    {
        page = page.Span.StartsWith(ByteOrderMark) ? page[ByteOrderMark.Length..] : page;
        var items = new List<ReadOnlyMemory<byte>>(LargestPage);
        var reader = new Utf8JsonReader(page.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A page is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("items"u8);
            reader.Read();
            if (!isItems || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
            }
            else
            {
                ReadItems(ref reader, page, items);
            }
        }

        // Past the end of the object there is nothing; the reader says so when there is.
        reader.Read();
        return items;
    }

    private static void ReadItems(ref Utf8JsonReader reader, ReadOnlyMemory<byte> page, List<ReadOnlyMemory<byte>> items)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The items of a page are an array.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(page[start..(int)reader.BytesConsumed]);
        }
    }
}
