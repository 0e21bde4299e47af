using System.Text.Json.Serialization;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk;

/// <summary>A session as one technician sees it now.</summary>
/// <remarks>Holds neither PIN nor link; those have an address of their own. What a technician may not know of a private channel's session never comes here.</remarks>
public sealed record ServiceDeskSession
{
    /// <summary>The session's id.</summary>
    public required string Id { get; init; }

    /// <summary>The session's version, from 1; also the answer's <c>ETag</c>. Send it as <c>If-Match</c> to change this version and no later one.</summary>
    public required long Version { get; init; }

    /// <summary>Where the session stands: <c>waiting</c>, <c>active</c>, <c>inQueue</c>, <c>expired</c> or <c>closed</c> (SES-14).</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<SessionStatus>))]
    public required SessionStatus Status { get; init; }

    /// <summary>The id of the session's channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Whether the channel is private, so that nobody but its owner sees the session.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The technician who created the session.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it expires (UTC), counted from its creation.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The assigned technician; <see langword="null"/> in the queue.</summary>
    public string? Assignee { get; init; }

    /// <summary>The invited technicians, two at most.</summary>
    public IReadOnlyList<string> Invited { get => field ?? []; init; }

    /// <summary>The end user's computer; <see langword="null"/> before the first launch.</summary>
    public ServiceDeskDevice? Device { get; init; }

    /// <summary>How far the end user's permission to connect has come.</summary>
    public required ServiceDeskAccess Access { get; init; }

    /// <summary>The technicians' notes, oldest first.</summary>
    public IReadOnlyList<ServiceDeskNote> Notes { get => field ?? []; init; }

    /// <summary>What this technician may do now, and why not (SES-14).</summary>
    public IReadOnlyList<ServiceDeskAction> Actions { get => field ?? []; init; }

    /// <summary>Finds what is said of one action.</summary>
    /// <param name="name">The action's name, such as <c>Take</c>.</param>
    /// <returns>What is said, or <see langword="null"/> when the session has no such action.</returns>
    public ServiceDeskAction? Action(string name) => Actions.FirstOrDefault(action => action.Name == name);
}
