namespace Support.Sdk.Meetings;

/// <summary>What a public reply tells.</summary>
public enum ReplyPurpose
{
    /// <summary>A meeting was started: join it (MTG-03).</summary>
    Started,

    /// <summary>A meeting was scheduled (MTG-06).</summary>
    Scheduled,

    /// <summary>A meeting was cancelled (MTG-09).</summary>
    Cancelled,
}
