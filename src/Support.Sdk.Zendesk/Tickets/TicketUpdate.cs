using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A change of a ticket (fact sheet 7.3).</summary>
public sealed record TicketUpdate : TicketRequest
{
    /// <summary>
    /// The <see cref="Ticket.UpdatedAt"/> last read: Zendesk refuses with 409 when the ticket changed since (a "safe update"). <see langword="null"/> changes it whatever
    /// happened. Its resolution is Zendesk's: whole seconds.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? IfUnchangedSince { get; init; }

    // Both or none: Zendesk takes safe_update=false as true, and demands the stamp with it.
    [JsonInclude]
    internal bool? SafeUpdate => IfUnchangedSince is null ? null : true;

    [JsonInclude]
    internal DateTimeOffset? UpdatedStamp => IfUnchangedSince;

    /// <summary>Whether sending it twice would show: as a second comment, or as a conflict with itself.</summary>
    [JsonIgnore]
    internal bool ShowsWhenRepeated => Comment is not null || IfUnchangedSince is not null || Metadata is not null || Further.Count > 0;
}
