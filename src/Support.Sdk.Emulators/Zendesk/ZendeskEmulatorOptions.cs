namespace Support.Sdk.Emulators.Zendesk;

/// <summary>How the emulated Zendesk account is set up.</summary>
/// <remarks>
/// Zendesk counts requests per account: see <see cref="RateLimits"/>. The inherited
/// <see cref="VendorEmulatorOptions.RequestsPerMinute"/>, when set, limits each credential in addition.
/// Read once, at the start. Not thread-safe.
/// </remarks>
public sealed class ZendeskEmulatorOptions : VendorEmulatorOptions
{
    /// <summary>The vendor's rate limits.</summary>
    public ZendeskRateLimits RateLimits { get; } = new();

    /// <summary>The numeric id of the account, as webhooks carry it.</summary>
    /// <value>Default 12514403.</value>
    public long AccountId { get; set; } = 12514403;

    /// <summary>Whether <c>{email}/token:{api_token}</c> is accepted; the vendor retires it on 30 April 2027.</summary>
    /// <value>Default <see langword="true"/>. When off, such requests are answered 401.</value>
    public bool ApiTokensAccepted { get; set; } = true;

    /// <summary>Whether the account uses "CCs and followers". When off, <c>email_ccs</c> and <c>followers</c> are ignored without a word.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool CcsAndFollowers { get; set; } = true;

    /// <summary>Whether a comment without <c>public</c> on a ticket that began publicly is public.</summary>
    /// <value>Default <see langword="true"/>, the account setting <c>comments_public_by_default</c>.</value>
    public bool CommentsPublicByDefault { get; set; } = true;

    /// <summary>Comments a ticket takes before it answers 422.</summary>
    /// <value>Default 5000, the vendor's. At least 1.</value>
    public int CommentsPerTicket { get; set; } = 5000;

    /// <summary>Largest request body in bytes; a larger one is answered 413.</summary>
    /// <value>Default 5 MiB (assumed: the vendor publishes no figure). At least 1.</value>
    public int MaxBodyBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Whether a request without an <c>Accept</c> header is refused with 415, as one generator project reports.</summary>
    /// <value>Default <see langword="false"/>. An <c>Accept</c> header that excludes JSON is refused always.</value>
    public bool AcceptHeaderRequired { get; set; }

    /// <summary>How long a change made over HTTP stays invisible to <c>search</c> and <c>users/search</c>. Seeded records are found at once.</summary>
    /// <value>Default 1 minute ("minutes" by the vendor). Not negative.</value>
    public TimeSpan SearchIndexLag { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a bulk job stays <c>queued</c>.</summary>
    /// <value>Default 1 s (assumed). Not negative.</value>
    public TimeSpan JobQueueTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a bulk job works on each of its records.</summary>
    /// <value>Default 200 ms (assumed). Not negative.</value>
    public TimeSpan JobTimePerRecord { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a full cursor page says <c>has_more: true</c> even when nothing follows, so that an empty page ends the list.</summary>
    /// <value>Default <see langword="true"/>, as recorded from a live account.</value>
    public bool FullPagePromisesMore { get; set; } = true;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CommentsPerTicket, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBodyBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SearchIndexLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(JobQueueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(JobTimePerRecord, TimeSpan.Zero);
    }
}
