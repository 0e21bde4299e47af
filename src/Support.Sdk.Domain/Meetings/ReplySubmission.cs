namespace Support.Sdk.Meetings;

/// <summary>What becomes of a public reply once its text is there.</summary>
public enum ReplySubmission
{
    /// <summary>It waits as a draft; the agent may edit it, choose the status and submit it (MTG-03).</summary>
    Draft,

    /// <summary>It is submitted at once.</summary>
    AtOnce,
}
