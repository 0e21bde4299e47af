using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The priority of a ticket.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<TicketPriority>))]
public readonly record struct TicketPriority : IVocabulary<TicketPriority>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public TicketPriority(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Urgent. Wire value <c>urgent</c>.</summary>
    public static TicketPriority Urgent { get; } = new("urgent");

    /// <summary>High. Wire value <c>high</c>.</summary>
    public static TicketPriority High { get; } = new("high");

    /// <summary>Normal. Wire value <c>normal</c>.</summary>
    public static TicketPriority Normal { get; } = new("normal");

    /// <summary>Low. Wire value <c>low</c>.</summary>
    public static TicketPriority Low { get; } = new("low");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static TicketPriority IVocabulary<TicketPriority>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
