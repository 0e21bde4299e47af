namespace Support.Sdk.Webex.Meetings;

/// <summary>A breakout session planned ahead.</summary>
public sealed record BreakoutSession
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail addresses of those it is for.</summary>
    public IReadOnlyList<string>? Invitees { get; init; }
}
