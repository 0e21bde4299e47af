using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

/// <summary>An attended support session: the state of the session machine. One stream holds one session.</summary>
/// <remarks>
/// Immutable. A deleted session remains as a tombstone: status <see cref="SessionStatus.None"/>, no secrets, no people. Keeps the last
/// fifty notes; the history has them all.
/// </remarks>
public sealed record SupportSession
{
    /// <summary>Its status.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>The channel in which it stands.</summary>
    public required SessionChannel Channel { get; init; }

    /// <summary>The technician who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it expires (UTC): creation plus the time-out of the channel in which it was made; exactly then it is over (SES-13).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>PIN and link; <see langword="null"/> once it is over, for both are dead then (SES-17).</summary>
    public SessionSecrets? Secrets { get; init; }

    /// <summary>The assigned technician; <see langword="null"/> when it is released or deleted. Stays for the record after expiry and closing.</summary>
    public string? Assignee { get; init; }

    /// <summary>The technicians invited besides, in the order of their invitation; two at most.</summary>
    public ImmutableArray<string> Invited { get; init; } = [];

    /// <summary>The end user's computer; <see langword="null"/> until the support application was launched.</summary>
    public SessionDevice? Device { get; init; }

    /// <summary>The access to that computer.</summary>
    public SessionAccess Access { get; init; } = SessionAccess.None;

    /// <summary>The notes, oldest first.</summary>
    public ImmutableArray<SessionNote> Notes { get; init; } = [];

    /// <summary>Whether it is alive: waiting, active or in the queue.</summary>
    [JsonIgnore]
    public bool IsLive => Status is SessionStatus.Waiting or SessionStatus.Active or SessionStatus.InQueue;

    /// <summary>Whether it was deleted.</summary>
    [JsonIgnore]
    public bool IsDeleted => Status == SessionStatus.None;
}
