namespace Support.Sdk.Http;

/// <summary>The ranges and cross-field rules of <see cref="SupportHttpOptions"/>.</summary>
public static class SupportHttpOptionsRules
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan PollyMinimum = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan BreakerMinimum = TimeSpan.FromMilliseconds(500);

    /// <summary>Checks <paramref name="options"/>.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">Where they stand in the configuration, such as <c>Http</c>; each message begins with it.</param>
    /// <returns>One message per broken rule, naming the option and what it must be; empty when all is well.</returns>
    public static IReadOnlyList<string> Check(SupportHttpOptions options, string path = "Http")
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = new OptionRules(path);
        rules.Within(nameof(options.TotalTimeout), options.TotalTimeout, PollyMinimum, Day);
        rules.Within(nameof(options.AttemptTimeout), options.AttemptTimeout, PollyMinimum, Day);
        rules.Require(options.TotalTimeout > options.AttemptTimeout, nameof(options.TotalTimeout), "must be longer than AttemptTimeout");
        rules.Within(nameof(options.MaxRetries), options.MaxRetries, 0, 10);
        rules.Within(nameof(options.MaxDelay), options.MaxDelay, TimeSpan.Zero, Day);
        rules.Within(nameof(options.BaseDelay), options.BaseDelay, TimeSpan.Zero, options.MaxDelay);
        rules.Within(nameof(options.MaxRetryAfter), options.MaxRetryAfter, TimeSpan.Zero, Day);
        rules.Within(nameof(options.MinRetryAfter), options.MinRetryAfter, TimeSpan.Zero, options.MaxRetryAfter);
        rules.Within(nameof(options.DefaultRetryAfter), options.DefaultRetryAfter, options.MinRetryAfter, options.MaxRetryAfter);
        rules.Within(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 10_000);
        rules.Within(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, 1L << 30);
        rules.Within(nameof(options.MaxReplayBytes), options.MaxReplayBytes, 0, 1L << 30);

        var breaker = options.CircuitBreaker;
        rules.Require(breaker.FailureRatio is > 0 and <= 1, "CircuitBreaker:FailureRatio", "must be above 0 and at most 1");
        rules.Within("CircuitBreaker:MinimumThroughput", breaker.MinimumThroughput, 2, int.MaxValue);
        rules.Within("CircuitBreaker:SamplingDuration", breaker.SamplingDuration, BreakerMinimum, Day);
        rules.Within("CircuitBreaker:BreakDuration", breaker.BreakDuration, BreakerMinimum, Day);

        var tokens = options.Tokens;
        rules.Within("Tokens:EarlyRefresh", tokens.EarlyRefresh, TimeSpan.Zero, Day);
        rules.Within("Tokens:MinForcedRefreshInterval", tokens.MinForcedRefreshInterval, TimeSpan.Zero, TimeSpan.FromHours(1));
        rules.Within("Tokens:RefreshTimeout", tokens.RefreshTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        rules.Within("Tokens:RotationGrace", tokens.RotationGrace, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        return rules.Failures;
    }
}
