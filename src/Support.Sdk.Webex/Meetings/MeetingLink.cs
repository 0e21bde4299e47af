namespace Support.Sdk.Webex.Meetings;

/// <summary>A link to a related resource of the API.</summary>
public sealed record MeetingLink
{
    /// <summary>How it is related.</summary>
    public string? Rel { get; init; }

    /// <summary>Its address, relative to the host of the API.</summary>
    public string? Href { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }
}
