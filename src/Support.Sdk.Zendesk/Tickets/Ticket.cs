using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A ticket as Zendesk shows it (fact sheet 7.2). Times are UTC. Whatever an answer left out is <see langword="null"/> or an empty list.</summary>
public sealed record Ticket
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The address of the ticket in the API.</summary>
    public string? Url { get; init; }

    /// <summary>The id in a system of yours.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When an update last made a ticket event: the stamp that <see cref="TicketUpdate.IfUnchangedSince"/> takes.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it last changed at all, system updates included, as Unix seconds.</summary>
    public long? GeneratedTimestamp { get; init; }

    /// <summary>The type, or <see langword="null"/>.</summary>
    public TicketType? Type { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The subject with its placeholders, before dynamic content is put in.</summary>
    public string? RawSubject { get; init; }

    /// <summary>The first comment.</summary>
    public string? Description { get; init; }

    /// <summary>The priority, or <see langword="null"/>.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>The status; with custom statuses its category.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The custom status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>The address the requester wrote to.</summary>
    public string? Recipient { get; init; }

    /// <summary>Who asked for help.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Who wrote the ticket.</summary>
    public long? SubmitterId { get; init; }

    /// <summary>Who works on it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>The requester's organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The group that works on it.</summary>
    public long? GroupId { get; init; }

    /// <summary>Everybody copied in: followers and e-mail CCs.</summary>
    public IReadOnlyList<long> CollaboratorIds { get; init => field = value ?? []; } = [];

    /// <summary>The agents who follow it.</summary>
    public IReadOnlyList<long> FollowerIds { get; init => field = value ?? []; } = [];

    /// <summary>Those copied in by e-mail.</summary>
    public IReadOnlyList<long> EmailCcIds { get; init => field = value ?? []; } = [];

    /// <summary>The problem it is an incident of.</summary>
    public long? ProblemId { get; init; }

    /// <summary>Whether incidents are linked to it.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Whether any comment is public.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>When a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The custom fields.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init => field = value ?? []; } = [];

    /// <summary>The requester's rating.</summary>
    public SatisfactionRating? SatisfactionRating { get; init; }

    /// <summary>The sharing agreements.</summary>
    public IReadOnlyList<long> SharingAgreementIds { get; init => field = value ?? []; } = [];

    /// <summary>The follow-up tickets.</summary>
    public IReadOnlyList<long> FollowupIds { get; init => field = value ?? []; } = [];

    /// <summary>The ticket form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>The brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>Whether agents may answer on the channel it came by.</summary>
    public bool? AllowChannelback { get; init; }

    /// <summary>Whether agents may attach files.</summary>
    public bool? AllowAttachments { get; init; }

    /// <summary>Whether it came from a messaging channel.</summary>
    public bool? FromMessagingChannel { get; init; }

    /// <summary>How it was created.</summary>
    public Via? Via { get; init; }

    /// <summary>What this version does not know, side-loaded parts among it, by wire name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Id and status; no content.</summary>
    public override string ToString() => $"Ticket {Id} ({Status})";
}
