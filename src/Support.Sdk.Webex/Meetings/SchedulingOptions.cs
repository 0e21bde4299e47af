namespace Support.Sdk.Webex.Meetings;

/// <summary>A user's defaults for new meetings.</summary>
public sealed record SchedulingOptions
{
    /// <summary>Whether people may join before the host.</summary>
    public bool? EnabledJoinBeforeHost { get; init; }

    /// <summary>How many minutes before.</summary>
    public int? JoinBeforeHostMinutes { get; init; }

    /// <summary>Whether recordings are shared.</summary>
    public bool? EnabledAutoShareRecording { get; init; }

    /// <summary>Whether the assistant is on.</summary>
    public bool? EnabledWebexAssistantByDefault { get; init; }

    /// <summary>Who may schedule for the user.</summary>
    public IReadOnlyList<string>? DelegateEmails { get; init; }
}
