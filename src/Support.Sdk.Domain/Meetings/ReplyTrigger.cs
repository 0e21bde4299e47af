namespace Support.Sdk.Meetings;

/// <summary>What can befall a public reply.</summary>
public enum ReplyTrigger
{
    /// <summary>The text is there; the agent decides.</summary>
    Draft,

    /// <summary>The text is there and is submitted at once.</summary>
    DraftAndSubmit,

    /// <summary>The agent edits text or status.</summary>
    EditReply,

    /// <summary>The agent submits.</summary>
    SubmitReply,

    /// <summary>The agent, or the course of the meeting, throws the draft away.</summary>
    DiscardReply,

    /// <summary>The work item's system has it.</summary>
    ReplySubmitted,

    /// <summary>The work item's system took it not, for good.</summary>
    ReplyRejected,
}
