using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Users;

/// <summary>A user as Zendesk shows it (fact sheet 8.2); end users see, and are shown with, fewer properties. Times are UTC.</summary>
public sealed record User
{
    /// <summary>The id; <see langword="null"/> of the anonymous user.</summary>
    public long? Id { get; init; }

    /// <summary>The address of the user in the API.</summary>
    public string? Url { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The primary e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Zendesk's name of the time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The IANA name of the time zone.</summary>
    public string? IanaTimeZone { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The locale, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The role.</summary>
    public UserRole? Role { get; init; }

    /// <summary>0 custom agent, 1 light agent, 2 chat agent, 3 chat agent added as contributor, 4 admin, 5 billing admin.</summary>
    public int? RoleType { get; init; }

    /// <summary>The custom role.</summary>
    public long? CustomRoleId { get; init; }

    /// <summary>Whether an address of the user was verified.</summary>
    public bool? Verified { get; init; }

    /// <summary>The id in a system of yours.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The name shown to end users.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether the user was not deleted.</summary>
    public bool? Active { get; init; }

    /// <summary>Whether the user is barred.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Whether the user comes from a shared ticket.</summary>
    public bool? Shared { get; init; }

    /// <summary>When the user last signed in.</summary>
    public DateTimeOffset? LastLoginAt { get; init; }

    /// <summary>Which tickets the user may see; <see langword="null"/> for all.</summary>
    public TicketRestriction? TicketRestriction { get; init; }

    /// <summary>Whether an agent may write private comments only.</summary>
    public bool? OnlyPrivateComments { get; init; }

    /// <summary>Whether an agent may see some tickets only.</summary>
    public bool? RestrictedAgent { get; init; }

    /// <summary>The default group.</summary>
    public long? DefaultGroupId { get; init; }

    /// <summary>Whether the agent works in Chat alone.</summary>
    public bool? ChatOnly { get; init; }

    /// <summary>The custom user fields, by key.</summary>
    public IReadOnlyDictionary<string, JsonElement>? UserFields { get; init; }

    /// <summary>What this version does not know, by wire name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Id and role; no personal data.</summary>
    public override string ToString() => $"User {Id} ({Role})";
}
