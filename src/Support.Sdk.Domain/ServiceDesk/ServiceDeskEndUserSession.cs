using System.Text.Json.Serialization;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk;

/// <summary>A session as its end user sees it: no notes, no secrets.</summary>
public sealed record ServiceDeskEndUserSession
{
    /// <summary>The session's id.</summary>
    public required string Id { get; init; }

    /// <summary>The session's version, from 1; also the answer's <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Where the session stands.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<SessionStatus>))]
    public required SessionStatus Status { get; init; }

    /// <summary>How far the permission to connect has come.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<SessionAccessStatus>))]
    public required SessionAccessStatus Access { get; init; }

    /// <summary>The request that waits for an answer; <see langword="null"/> when none does.</summary>
    public string? RequestId { get; init; }

    /// <summary>The technician who asks; <see langword="null"/> when no request waits.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Until when it can be answered (UTC); <see langword="null"/> when no request waits.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>The technicians connected now, in the order in which they connected.</summary>
    public IReadOnlyList<string> Connected { get => field ?? []; init; }

    /// <summary>What became of the last request; <see langword="null"/> while none was answered.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<ConsentOutcome>))]
    public ConsentOutcome? LastOutcome { get; init; }

    /// <summary>The assigned technician; <see langword="null"/> in the queue.</summary>
    public string? Technician { get; init; }

    /// <summary>Whether the support application was launched.</summary>
    public bool IsLaunched { get; init; }

    /// <summary>Whether the computer on which it was launched is connected now.</summary>
    public bool IsOnline { get; init; }

    /// <summary>When the session expires, or did (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
