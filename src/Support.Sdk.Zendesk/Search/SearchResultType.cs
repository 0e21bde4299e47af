using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Search;

/// <summary>What a search result is.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<SearchResultType>))]
public readonly record struct SearchResultType : IVocabulary<SearchResultType>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public SearchResultType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A ticket. Wire value <c>ticket</c>.</summary>
    public static SearchResultType Ticket { get; } = new("ticket");

    /// <summary>A user. Wire value <c>user</c>.</summary>
    public static SearchResultType User { get; } = new("user");

    /// <summary>An organization. Wire value <c>organization</c>.</summary>
    public static SearchResultType Organization { get; } = new("organization");

    /// <summary>A group. Wire value <c>group</c>.</summary>
    public static SearchResultType Group { get; } = new("group");

    /// <summary>A topic. Wire value <c>topic</c>.</summary>
    public static SearchResultType Topic { get; } = new("topic");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SearchResultType IVocabulary<SearchResultType>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
