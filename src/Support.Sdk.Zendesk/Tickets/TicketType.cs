using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The type of a ticket.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<TicketType>))]
public readonly record struct TicketType : IVocabulary<TicketType>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public TicketType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The cause of incidents. Wire value <c>problem</c>.</summary>
    public static TicketType Problem { get; } = new("problem");

    /// <summary>One of several reports of a problem. Wire value <c>incident</c>.</summary>
    public static TicketType Incident { get; } = new("incident");

    /// <summary>A question. Wire value <c>question</c>.</summary>
    public static TicketType Question { get; } = new("question");

    /// <summary>A task with a due date. Wire value <c>task</c>.</summary>
    public static TicketType Task { get; } = new("task");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static TicketType IVocabulary<TicketType>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
