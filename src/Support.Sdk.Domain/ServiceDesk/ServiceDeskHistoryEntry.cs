namespace Support.Sdk.ServiceDesk;

/// <summary>One entry of a session's history (SES-16).</summary>
/// <remarks>Tells neither PIN nor link, nor the id of the end user's computer.</remarks>
public sealed record ServiceDeskHistoryEntry
{
    /// <summary>Its place, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>What happened, by its stable name, such as <c>session-assigned</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it; <c>system</c> for time and the server itself.</summary>
    public required string By { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The status before, as the session's machine names it, such as <c>Waiting</c>.</summary>
    public required string From { get; init; }

    /// <summary>The status after; the same when it did not change.</summary>
    public required string To { get; init; }

    /// <summary>The technician whom it concerns; <see langword="null"/> when it names none.</summary>
    public string? Technician { get; init; }

    /// <summary>The channel that it concerns; <see langword="null"/> when it names none.</summary>
    public string? Channel { get; init; }

    /// <summary>The request for permission that it concerns; <see langword="null"/> when it names none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The text of a note; <see langword="null"/> for everything else.</summary>
    public string? Text { get; init; }
}
