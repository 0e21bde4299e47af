using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The value of a custom field: text, number, boolean, list of texts, or nothing.</summary>
/// <param name="Id">The id of the field.</param>
/// <param name="Value">The value; <see langword="null"/> when the field is empty, and to empty it.</param>
public sealed record CustomField(long Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonElement? Value)
{
    /// <summary>A text, the tag of a drop-down, or a date as <c>yyyy-MM-dd</c>; <see langword="null"/> empties the field.</summary>
    public static CustomField Of(long id, string? value) =>
        new(id, value is null ? null : JsonSerializer.SerializeToElement(value, ZendeskJson.Default.String));

    /// <summary>The value of a checkbox.</summary>
    public static CustomField Of(long id, bool value) => new(id, JsonSerializer.SerializeToElement(value, ZendeskJson.Default.Boolean));

    /// <summary>A number.</summary>
    public static CustomField Of(long id, decimal value) => new(id, JsonSerializer.SerializeToElement(value, ZendeskJson.Default.Decimal));

    /// <summary>The tags of a multi-select.</summary>
    public static CustomField Of(long id, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(id, JsonSerializer.SerializeToElement(values, ZendeskJson.Default.IReadOnlyListString));
    }

    /// <summary>The value as text: of a text itself, of any other its JSON; <see langword="null"/> when empty.</summary>
    public string? AsText() => Value?.ToString();

    /// <summary>The values of a multi-select; one value of a single one; none when empty.</summary>
    public IReadOnlyList<string> AsTexts() => Value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(static item => item.ToString())],
        { } single => [single.ToString()],
    };
}
