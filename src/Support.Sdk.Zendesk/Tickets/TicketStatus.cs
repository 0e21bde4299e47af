using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The status of a ticket. With custom statuses this is the category; <see cref="Ticket.CustomStatusId"/> names the exact one.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<TicketStatus>))]
public readonly record struct TicketStatus : IVocabulary<TicketStatus>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public TicketStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Not taken up yet. Wire value <c>new</c>.</summary>
    public static TicketStatus New { get; } = new("new");

    /// <summary>Being worked on. Wire value <c>open</c>.</summary>
    public static TicketStatus Open { get; } = new("open");

    /// <summary>Waits for the requester. Wire value <c>pending</c>.</summary>
    public static TicketStatus Pending { get; } = new("pending");

    /// <summary>Waits for a third party. Wire value <c>hold</c>.</summary>
    public static TicketStatus Hold { get; } = new("hold");

    /// <summary>Solved; may be opened again. Wire value <c>solved</c>.</summary>
    public static TicketStatus Solved { get; } = new("solved");

    /// <summary>Closed for good: accepts no change. Wire value <c>closed</c>.</summary>
    public static TicketStatus Closed { get; } = new("closed");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static TicketStatus IVocabulary<TicketStatus>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
