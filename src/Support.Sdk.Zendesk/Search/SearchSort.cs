using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Search;

/// <summary>What search results are sorted by.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<SearchSort>))]
public readonly record struct SearchSort : IVocabulary<SearchSort>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public SearchSort(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The last change. Wire value <c>updated_at</c>.</summary>
    public static SearchSort UpdatedAt { get; } = new("updated_at");

    /// <summary>The creation. Wire value <c>created_at</c>.</summary>
    public static SearchSort CreatedAt { get; } = new("created_at");

    /// <summary>The priority. Wire value <c>priority</c>.</summary>
    public static SearchSort Priority { get; } = new("priority");

    /// <summary>The status. Wire value <c>status</c>.</summary>
    public static SearchSort Status { get; } = new("status");

    /// <summary>The type of ticket. Wire value <c>ticket_type</c>.</summary>
    public static SearchSort TicketType { get; } = new("ticket_type");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SearchSort IVocabulary<SearchSort>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
