namespace Support.Sdk.Emulators.Webex;

/// <summary>How the Webex emulator behaves where the vendor's rules leave room, or change over time.</summary>
/// <remarks>Read once, at the start. Not thread-safe.</remarks>
public sealed class WebexEmulatorOptions : VendorEmulatorOptions
{
    /// <summary>Life of an access token of an integration.</summary>
    /// <value>Default 14 days.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Life of a refresh token; each use starts it anew.</summary>
    /// <value>Default 90 days.</value>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Life of an authorization code, which can be used once.</summary>
    /// <value>Default 5 minutes (assumed).</value>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A refresh within this time of the last one returns the same access token, expiry included, as the service often does.</summary>
    /// <value>Default zero: each refresh gives a new token.</value>
    public TimeSpan RefreshReturnsSameTokenFor { get; set; }

    /// <summary>Whether a list puts an empty page with a next link between two pages.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool InsertEmptyPages { get; set; }

    /// <summary>How long after its start a running instance, and after its end an ended one, can be read. The series shows <c>inProgress</c> at once.</summary>
    /// <value>Default 15 minutes, as the vendor's reference says of both.</value>
    public TimeSpan InstanceDetailsDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long before its start an occurrence is <c>ready</c> instead of <c>scheduled</c>.</summary>
    /// <value>Default 15 minutes (assumed).</value>
    public TimeSpan ReadyLead { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Meetings a regular user may create in 24 hours; refused requests count. Further ones are answered with 429 (the status is assumed).</summary>
    /// <value>Default 100.</value>
    public int MeetingsPerDay { get; set; } = 100;

    /// <summary>Meetings an administrator may create in 24 hours: the vendor's limit for one user; its 3000 over all users are not emulated.</summary>
    /// <value>Default 800.</value>
    public int MeetingsPerDayByAdministrator { get; set; } = 800;

    /// <summary>Failed tries within <see cref="WebhookFailureWindow"/> that make a webhook <c>inactive</c>.</summary>
    /// <value>Default 100 (commonly quoted, not confirmed by the vendor).</value>
    public int WebhookFailuresBeforeInactive { get; set; } = 100;

    /// <summary>The time in which failed tries are counted.</summary>
    /// <value>Default 5 minutes (commonly quoted, not confirmed by the vendor).</value>
    public TimeSpan WebhookFailureWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether <c>POST /meetings/join</c> takes a personal room's link as <c>webLink</c>.</summary>
    /// <value>Default <see langword="false"/>: whether the service does is not confirmed.</value>
    public bool JoinAcceptsPersonalRoomLink { get; set; }

    /// <summary>The site of users who are seeded without one.</summary>
    /// <value>Default <c>emulated.webex.com</c>.</value>
    public string SiteUrl { get; set; } = "emulated.webex.com";
}
