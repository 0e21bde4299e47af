using System.Text.Json;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Tells from the JSON of a registrant whether its status is one of those wanted, without making an object.</summary>
/// <remarks>Immutable and thread-safe. A registrant without a status is included: nothing says that it was turned away. What is no object is left to the reader.</remarks>
internal sealed class RegistrantFilter
{
    private readonly string[] _statuses;

    public RegistrantFilter(IList<string> statuses) => _statuses = statuses.Count > 0 ? [.. statuses] : [RegistrantStatus.Approved.Value, RegistrantStatus.Pending.Value];

    public bool Includes(ReadOnlySpan<byte> registrant)
    {
        var reader = new Utf8JsonReader(registrant);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return true;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = reader.ValueTextEquals("status"u8);
            reader.Read();
            if (isStatus)
            {
                return reader.TokenType != JsonTokenType.String || Wants(ref reader);
            }

            reader.Skip();
        }

        return true;
    }

    private bool Wants(ref Utf8JsonReader reader)
    {
        foreach (var status in _statuses)
        {
            if (reader.ValueTextEquals(status))
            {
                return true;
            }
        }

        return false;
    }
}
