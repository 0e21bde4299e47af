namespace Support.Sdk.Webex.Meetings;

/// <summary>A breakout session a participant was in.</summary>
public sealed record BreakoutSessionAttended
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>When the participant joined it.</summary>
    public DateTimeOffset? JoinedTime { get; init; }

    /// <summary>When the participant left it.</summary>
    public DateTimeOffset? LeftTime { get; init; }
}
