namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The rate limits of the account; <see langword="null"/> switches one off.</summary>
/// <remarks>Defaults are the vendor's published values (developer.zendesk.com, rate limits; fact sheet section 5). Not thread-safe.</remarks>
public sealed class ZendeskRateLimits
{
    /// <summary>Requests per minute of the whole account.</summary>
    /// <value>Default 700, the Enterprise plan (Team 200, Professional 400, High-Volume 2500).</value>
    public int? RequestsPerMinute { get; set; } = 700;

    /// <summary>Updates of one ticket by one user in ten minutes.</summary>
    /// <value>Default 30.</value>
    public int? UpdatesPerTicketAndUser { get; set; } = 30;

    /// <summary>Ticket updates per minute of the whole account.</summary>
    /// <value>Default 100 (300 with the High-Volume add-on, 20 in a trial or sandbox).</value>
    public int? TicketUpdatesPerMinute { get; set; } = 100;

    /// <summary>Calls of <c>search/export</c> per minute of the whole account.</summary>
    /// <value>Default 100.</value>
    public int? SearchExportsPerMinute { get; set; } = 100;

    /// <summary>Bulk jobs queued or working at the same time; one more is refused with <c>TooManyJobs</c>.</summary>
    /// <value>Default 30.</value>
    public int? ConcurrentJobs { get; set; } = 30;
}
