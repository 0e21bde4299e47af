using System.Globalization;
using Support.Sdk.Failures;
using Support.Sdk.WorkItems;
using Support.Sdk.Zendesk.Tickets;

namespace Support.Sdk.Zendesk.WorkItems;

/// <summary>Zendesk tickets as work items.</summary>
/// <remarks>
/// A comment carries its key in the metadata of its audit. Each round reads the ticket, looks for the key, then writes on condition that the ticket did not change since it was
/// read: a write of an earlier attempt that is still on its way either shows in the audits or turns this one away with 409. What remains is Zendesk's resolution: two updates
/// within the same second share a stamp.
/// </remarks>
internal sealed class ZendeskWorkItems(IZendeskClientFactory clients) : IWorkItems
{
    /// <summary>How often a comment is tried in one call while others keep changing the ticket or answers get lost.</summary>
    public const int MaxRounds = 5;

    /// <summary>How often an answer may get lost in one call; each loss may have taken a whole time-out.</summary>
    public const int MaxLostAnswers = 2;

    /// <summary>How far Zendesk's clock may be behind the host's.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(10);

    public async ValueTask<WorkItem?> FindAsync(WorkItemRef workItem, CancellationToken cancellationToken = default)
    {
        var (client, ticketId) = Resolve(workItem);
        try
        {
            var ticket = await client.Tickets.ShowAsync(ticketId, cancellationToken).ConfigureAwait(false);
            var requester = ticket.RequesterId?.ToString(CultureInfo.InvariantCulture);
            return new(workItem, ticket.Subject ?? "", StatusOf(ticket), requester);
        }
        catch (SupportRequestException exception) when (exception.Kind == FailureKind.NotFound)
        {
            return null;
        }
    }

    public async ValueTask<CommentResult> CommentAsync(WorkItemRef workItem, WorkItemComment comment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentException.ThrowIfNullOrWhiteSpace(comment.Key, nameof(comment));
        var (client, ticketId) = Resolve(workItem);
        try
        {
            return await WriteOnceAsync(client, ticketId, comment, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (RejectionOf(exception) is { } rejection)
        {
            return new(rejection, exception.Description);
        }
    }

    private static async Task<CommentResult> WriteOnceAsync(ZendeskClient client, long ticketId, WorkItemComment comment, CancellationToken cancellationToken)
    {
        var lost = 0;
        for (var round = 1; ; round++)
        {
            // Read before the look: a write that lands after the look has then made the stamp stale.
            var ticket = await client.Tickets.ShowAsync(ticketId, cancellationToken).ConfigureAwait(false);
            if (await IsWrittenAsync(client, ticket, comment, cancellationToken).ConfigureAwait(false))
            {
                return CommentResult.Written;
            }

            if (ticket.Status == TicketStatus.Closed)
            {
                return new(CommentRejection.Closed, $"Ticket {ticketId} is closed.");
            }

            try
            {
                await client.Tickets.UpdateAsync(ticketId, UpdateOf(ticket, comment), cancellationToken).ConfigureAwait(false);
                return CommentResult.Written;
            }
            catch (SupportHttpException exception) when (round < MaxRounds && IsWorthAnotherLook(exception, ref lost))
            {
                // The next round finds out whether it was written.
            }
        }
    }

    private static async Task<bool> IsWrittenAsync(ZendeskClient client, Ticket ticket, WorkItemComment comment, CancellationToken cancellationToken)
    {
        var earliest = comment.NotBefore - ClockMargin;
        if (ticket.UpdatedAt < earliest)
        {
            // A comment always moves updated_at: nothing was written since.
            return false;
        }

        // Audits come in no documented order: a page too old says nothing about the next one.
        await foreach (var audit in client.TicketAudits.List(ticket.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!(audit.CreatedAt < earliest) && audit.Metadata?.FindCustom(ZendeskConstants.CommentKeyMetadata) == comment.Key)
            {
                return true;
            }
        }

        return false;
    }

    private static TicketUpdate UpdateOf(Ticket ticket, WorkItemComment comment) => new()
    {
        Comment = NewComment.Text(comment.Text, comment.IsPublic),
        Status = comment.Status is { } status && status != default ? new TicketStatus(status.ToString()) : null,
        Metadata = new Dictionary<string, string> { [ZendeskConstants.CommentKeyMetadata] = comment.Key },
        IfUnchangedSince = ticket.UpdatedAt,
    };

    /// <summary>Whether the write may have taken effect (its answer got lost) or was turned away for a change meanwhile.</summary>
    private static bool IsWorthAnotherLook(SupportHttpException exception, ref int lost) => exception switch
    {
        SupportRequestException { Kind: FailureKind.Conflict } => true,
        SupportConnectionException { MayHaveBeenReceived: true } or SupportContentException => ++lost <= MaxLostAnswers,
        SupportRequestException { Kind: FailureKind.Transient, RetryAfter: null } => ++lost <= MaxLostAnswers,
        _ => false,
    };

    private static CommentRejection? RejectionOf(SupportRequestException exception) => exception.Kind switch
    {
        FailureKind.NotFound => CommentRejection.NotFound,
        FailureKind.Refused => IsClosed(exception) ? CommentRejection.Closed : CommentRejection.Refused,
        _ => null,
    };

    private static bool IsClosed(SupportRequestException exception) =>
        exception.Errors.Any(static error => error.Field == "status" && error.Message.Contains("closed prevents ticket update", StringComparison.OrdinalIgnoreCase));

    private static WorkItemStatus StatusOf(Ticket ticket) => ticket.Status is { Value.Length: > 0 } status ? new(status.Value) : default;

    private (ZendeskClient Client, long TicketId) Resolve(WorkItemRef workItem)
    {
        if (workItem.System != WorkItemRef.Zendesk)
        {
            throw new ArgumentException($"'{workItem}' is no Zendesk ticket; expected 'zendesk:account:id'.", nameof(workItem));
        }

        return long.TryParse(workItem.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (clients.GetClient(workItem.Account), id)
            : throw new ArgumentException($"'{workItem.Id}' is no ticket id; Zendesk's are numbers.", nameof(workItem));
    }
}
