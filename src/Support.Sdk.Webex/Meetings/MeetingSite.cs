namespace Support.Sdk.Webex.Meetings;

/// <summary>A site of a user.</summary>
public sealed record MeetingSite
{
    /// <summary>The site, such as <c>example.webex.com</c>.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>Whether it is the user's default site.</summary>
    public bool? Default { get; init; }
}
