using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Users;

/// <summary>Which tickets a user may see; absent when all.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<TicketRestriction>))]
public readonly record struct TicketRestriction : IVocabulary<TicketRestriction>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public TicketRestriction(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Those of the own organization. Wire value <c>organization</c>.</summary>
    public static TicketRestriction Organization { get; } = new("organization");

    /// <summary>Those of the own groups. Wire value <c>groups</c>.</summary>
    public static TicketRestriction Groups { get; } = new("groups");

    /// <summary>Those assigned to the user. Wire value <c>assigned</c>.</summary>
    public static TicketRestriction Assigned { get; } = new("assigned");

    /// <summary>Those the user requested. Wire value <c>requested</c>.</summary>
    public static TicketRestriction Requested { get; } = new("requested");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static TicketRestriction IVocabulary<TicketRestriction>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
