namespace Support.Sdk.Webex.Meetings;

/// <summary>What can be used in a meeting.</summary>
/// <remarks>What is <see langword="null"/> is left to the site.</remarks>
public sealed record MeetingOptions
{
    /// <summary>Chat.</summary>
    public bool? EnabledChat { get; init; }

    /// <summary>Video.</summary>
    public bool? EnabledVideo { get; init; }

    /// <summary>Polls.</summary>
    public bool? EnabledPolling { get; init; }

    /// <summary>Notes.</summary>
    public bool? EnabledNote { get; init; }

    /// <summary>Who may take notes; counts with notes only.</summary>
    public NoteType? NoteType { get; init; }

    /// <summary>File transfer.</summary>
    public bool? EnabledFileTransfer { get; init; }

    /// <summary>Rich media.</summary>
    public bool? EnabledUCFRichMedia { get; init; }
}
