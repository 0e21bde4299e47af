using System.Text.Json.Serialization;
using Support.Sdk.Zendesk.Paging;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tickets;

internal sealed record TicketEnvelope([property: JsonRequired] Ticket Ticket);

internal sealed record TicketCreateEnvelope(TicketCreate Ticket);

internal sealed record TicketUpdateEnvelope(TicketUpdate Ticket);

internal sealed record TicketBatchEnvelope(IReadOnlyList<TicketBatchUpdate> Tickets);

internal sealed record AuditEnvelope([property: JsonRequired] TicketAudit Audit);

internal sealed record TagsRequest(IReadOnlyList<string> Tags, DateTimeOffset? UpdatedStamp)
{
    // A text, as the documentation of this endpoint has it.
    public string? SafeUpdate => UpdatedStamp is null ? null : "true";
}

internal sealed class TagsAnswer : ListPage
{
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];
}

internal sealed class TicketPage : ListPage
{
    public IReadOnlyList<Ticket> Tickets { get; init => field = value ?? []; } = [];
}

internal sealed class TicketExportPage
{
    public IReadOnlyList<Ticket> Tickets { get; init => field = value ?? []; } = [];

    public string? AfterUrl { get; init; }

    public bool? EndOfStream { get; init; }
}

internal sealed class CommentPage : ListPage
{
    public IReadOnlyList<TicketComment> Comments { get; init => field = value ?? []; } = [];

    public IReadOnlyList<User> Users { get; init => field = value ?? []; } = [];
}

internal sealed class AuditPage : ListPage
{
    public IReadOnlyList<TicketAudit> Audits { get; init => field = value ?? []; } = [];
}
