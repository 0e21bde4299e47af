namespace Support.Sdk.Sessions;

/// <summary>A session as its end user sees it: no secrets, no notes, no channel.</summary>
/// <remarks>Immutable.</remarks>
public sealed record EndUserSession
{
    /// <summary>The session's id. It opens nothing by itself; keep it from others all the same.</summary>
    public required string Id { get; init; }

    /// <summary>The version of its stream, for <see cref="Running.CommandOptions.ExpectedVersion"/>.</summary>
    public required long Version { get; init; }

    /// <summary>Its status, and so whether it has expired or was closed.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>When it expires, or did (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the support application was launched.</summary>
    public required bool IsLaunched { get; init; }

    /// <summary>Whether the computer on which it was launched is connected now.</summary>
    public required bool IsOnline { get; init; }

    /// <summary>How far the technicians have come towards the computer.</summary>
    public required SessionAccessStatus Access { get; init; }

    /// <summary>The request that waits for an answer; <see langword="null"/> when none does.</summary>
    public EndUserRequest? Request { get; init; }

    /// <summary>The assigned technician; <see langword="null"/> while the session is in the queue.</summary>
    public string? Technician { get; init; }

    /// <summary>The technicians who are connected, in the order in which they connected.</summary>
    public IReadOnlyList<string> Connected { get; init; } = [];

    /// <summary>What became of the last request; <see langword="null"/> while none was answered.</summary>
    public ConsentOutcome? LastOutcome { get; init; }

    internal static EndUserSession Of(string id, SupportSession session, long version) => new()
    {
        Id = id,
        Version = version,
        Status = session.Status,
        ExpiresAt = session.ExpiresAt,
        IsLaunched = session.Device is not null,
        IsOnline = session.Device is { IsOnline: true },
        Access = session.Access.Status,
        Request = session.Access is { AnswerBy: { } until, RequestId: { } request, RequestedBy: { } technician } ? new(request, technician, until) : null,
        Technician = session.Assignee,
        Connected = session.Access.Connected,
        LastOutcome = session.Access.LastOutcome,
    };
}
