using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>What a new ticket and a change of one have in common. <see langword="null"/> leaves a property alone (of a new ticket: to its default).</summary>
/// <remarks>To set a property to nothing, or one this type does not know, use <see cref="Further"/>.</remarks>
public abstract record TicketRequest
{
    private protected TicketRequest()
    {
    }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The id in a system of yours.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>The priority.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>The status; with custom statuses its category.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The custom status; goes before <see cref="Status"/>.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>The requester.</summary>
    public long? RequesterId { get; init; }

    /// <summary>The assignee.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>The assignee, by e-mail address.</summary>
    public string? AssigneeEmail { get; init; }

    /// <summary>The organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The group.</summary>
    public long? GroupId { get; init; }

    /// <summary>The problem this is an incident of.</summary>
    public long? ProblemId { get; init; }

    /// <summary>When a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>All tags: replaces the whole set. To add or remove some, use <see cref="TicketTagsClient"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The custom fields to set; others stay.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>All collaborators, by id (the older scheme): replaces the whole set.</summary>
    public IReadOnlyList<long>? CollaboratorIds { get; init; }

    /// <summary>Followers to add or remove.</summary>
    public IReadOnlyList<ParticipantChange>? Followers { get; init; }

    /// <summary>E-mail CCs to add or remove.</summary>
    public IReadOnlyList<ParticipantChange>? EmailCcs { get; init; }

    /// <summary>The comment to write; on a new ticket its description.</summary>
    public NewComment? Comment { get; init; }

    /// <summary>What to keep with the audit of this update; read back as <see cref="AuditMetadata.Custom"/>.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Further properties by wire name, JSON null included.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; } = new Dictionary<string, JsonElement>();

    /// <summary>The type's name; no content.</summary>
    public sealed override string ToString() => GetType().Name;
}
