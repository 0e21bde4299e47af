namespace Support.Sdk.Meetings;

/// <summary>The status of a public reply.</summary>
public enum ReplyStatus
{
    /// <summary>There is no such reply.</summary>
    None,

    /// <summary>Waits for the agent, who may edit it (MTG-03).</summary>
    Draft,

    /// <summary>On its way to the work item.</summary>
    Submitting,

    /// <summary>Stands in the conversation.</summary>
    Submitted,

    /// <summary>The work item's system took it not; may be edited and submitted again.</summary>
    Rejected,

    /// <summary>Thrown away before it was submitted.</summary>
    Discarded,
}
