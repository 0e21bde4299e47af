using System.Collections.Immutable;

namespace Support.Sdk.Sessions;

/// <summary>The access to the end user's computer.</summary>
/// <remarks>Immutable. One technician holds a request; once it is granted and used, the others of the session may join.</remarks>
public sealed record SessionAccess
{
    /// <summary>Nobody has asked yet.</summary>
    public static SessionAccess None { get; } = new();

    /// <summary>How far it has come.</summary>
    public SessionAccessStatus Status { get; init; }

    /// <summary>The id of the request that is pending or was granted; an answer must name it. <see langword="null"/> when there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The technician who asked; <see langword="null"/> when there is no request.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Until when the end user can answer (UTC); exactly then it is too late. <see langword="null"/> unless a request is pending.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>The technicians who are connected, in the order in which they connected.</summary>
    public ImmutableArray<string> Connected { get; init; } = [];

    /// <summary>What became of the last request; <see langword="null"/> while none was answered.</summary>
    public ConsentOutcome? LastOutcome { get; init; }
}
