namespace Support.Sdk.Http;

/// <summary>How calls to a vendor behave in time: time-outs, retries, waits, limits.</summary>
/// <remarks>Read once, when the account's client is first used. Checked at start of the host by <see cref="SupportHttpOptionsRules"/>.</remarks>
public sealed class SupportHttpOptions
{
    /// <summary>How long a call may take in all, waits and retries included.</summary>
    /// <value>100 seconds by default; 10 ms to 24 hours, longer than <see cref="AttemptTimeout"/>.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one attempt may take, up to the last byte of the body (of a streamed one: up to the headers).</summary>
    /// <value>30 seconds by default; 10 ms to 24 hours.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed attempt is repeated at most.</summary>
    /// <value>3 by default; 0 (never) to 10.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first repetition when the vendor demands none; it doubles with each repetition. Half of each wait is random.</summary>
    /// <value>1 second by default; zero to <see cref="MaxDelay"/>.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts when the vendor demands none.</summary>
    /// <value>30 seconds by default; up to 24 hours.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after a 429 without <c>Retry-After</c>, and after any <c>Retry-After</c> that cannot be read.</summary>
    /// <value>10 seconds by default; <see cref="MinRetryAfter"/> to <see cref="MaxRetryAfter"/>.</value>
    public TimeSpan DefaultRetryAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The shortest wait taken from a <c>Retry-After</c>; zero, negative values and past dates become this.</summary>
    /// <value>1 second by default; zero or more.</value>
    public TimeSpan MinRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait believed of a <c>Retry-After</c>; anything above becomes this. A wait that exceeds what is left of <see cref="TotalTimeout"/> ends the call at once.</summary>
    /// <value>1 hour by default; up to 24 hours.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many calls of the account may be under way at once; further ones wait in order of arrival.</summary>
    /// <value>32 by default; 1 to 10,000.</value>
    public int MaxConcurrency { get; set; } = 32;

    /// <summary>How large the body of an answer may be, in bytes; streamed answers are not limited.</summary>
    /// <value>64 MiB by default; 1 KiB to 1 GiB.</value>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How large a request body of unknown kind may be to be kept in memory for a repetition, in bytes; larger ones are sent once.</summary>
    /// <value>4 MiB by default; 0 to 1 GiB.</value>
    public long MaxReplayBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>When calls stop because the vendor is down.</summary>
    public CircuitBreakerOptions CircuitBreaker { get; } = new();

    /// <summary>When tokens are refreshed.</summary>
    public TokenRefreshOptions Tokens { get; } = new();
}
