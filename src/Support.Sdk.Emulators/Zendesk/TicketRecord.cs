using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The state of a ticket. An update works on a <see cref="Copy"/> that replaces the original only when all of it is valid.</summary>
internal sealed class TicketRecord
{
    public required long Id { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>From when on searches find the present state.</summary>
    public DateTimeOffset IndexedAt { get; set; }

    /// <summary>The state that searches find until <see cref="IndexedAt"/>; <see langword="null"/> while they find none.</summary>
    public TicketRecord? Indexed { get; set; }

    public string Subject { get; set; } = "";

    public string Status { get; set; } = "new";

    public string? Type { get; set; }

    public string? Priority { get; set; }

    public string? ExternalId { get; set; }

    public string? Recipient { get; set; }

    public string? DueAt { get; set; }

    public long RequesterId { get; set; }

    public long SubmitterId { get; set; }

    public long? AssigneeId { get; set; }

    public long? GroupId { get; set; }

    public long? OrganizationId { get; set; }

    public long? ProblemId { get; set; }

    public long? BrandId { get; set; }

    public long? TicketFormId { get; set; }

    public long? CustomStatusId { get; set; }

    public SortedSet<string> Tags { get; set; } = new(StringComparer.Ordinal);

    public List<long> FollowerIds { get; set; } = [];

    public List<long> EmailCcIds { get; set; } = [];

    /// <summary>Those set through the legacy <c>collaborators</c> properties.</summary>
    public List<long> LegacyCollaboratorIds { get; set; } = [];

    public List<long> FollowupIds { get; set; } = [];

    public Dictionary<long, JsonNode?> CustomFields { get; set; } = [];

    public List<CommentRecord> Comments { get; set; } = [];

    public List<AuditRecord> Audits { get; set; } = [];

    public IEnumerable<long> AllCollaboratorIds => FollowerIds.Concat(EmailCcIds).Concat(LegacyCollaboratorIds).Distinct();

    public bool IsClosed => Status == "closed";

    public bool IsVisibleTo(UserRecord user) => user.IsStaff || user.Id == RequesterId || AllCollaboratorIds.Contains(user.Id);

    public TicketRecord Copy()
    {
        var copy = (TicketRecord)MemberwiseClone();
        copy.Tags = new SortedSet<string>(Tags, StringComparer.Ordinal);
        (copy.FollowerIds, copy.EmailCcIds, copy.LegacyCollaboratorIds) = ([.. FollowerIds], [.. EmailCcIds], [.. LegacyCollaboratorIds]);
        (copy.FollowupIds, copy.Comments, copy.Audits) = ([.. FollowupIds], [.. Comments], [.. Audits]);
        copy.CustomFields = new Dictionary<long, JsonNode?>(CustomFields);
        return copy;
    }
}
