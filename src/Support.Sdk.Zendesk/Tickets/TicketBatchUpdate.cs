using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The change of one ticket among many. Zendesk always treats it as a safe update.</summary>
public sealed record TicketBatchUpdate : TicketRequest
{
    /// <summary>The change of a ticket.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="updatedStamp">Its <see cref="Ticket.UpdatedAt"/> as last read.</param>
    public TicketBatchUpdate(long id, DateTimeOffset updatedStamp)
    {
        Id = id;
        UpdatedStamp = updatedStamp;
    }

    /// <summary>The ticket.</summary>
    public long Id { get; }

    /// <summary>The stamp that must still be the ticket's.</summary>
    public DateTimeOffset UpdatedStamp { get; }

    [JsonInclude]
    internal bool SafeUpdate => true;
}
