namespace Support.Sdk.Webinars;

/// <summary>The parts of a <see cref="PlanFingerprint"/>.</summary>
public enum PlanPart
{
    /// <summary>The mapping, the rules about its key, or the webinar.</summary>
    Mapping,

    /// <summary>The participants: who they are, their order, their mapped values.</summary>
    Participants,

    /// <summary>The records that were found, their versions, and what follows for the rows.</summary>
    Records,
}
