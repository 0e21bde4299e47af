using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Support.Sdk.Http;

/// <summary>Builds total time-out → limiter → retry → circuit breaker → attempt time-out.</summary>
internal static class ResiliencePipelineFactory
{
    public static readonly ResiliencePropertyKey<CallContext> Call = new("Support.Sdk.Http.Call");

    public static ResiliencePipeline<HttpResponseMessage> Create(VendorRuntime runtime)
    {
        var options = runtime.Options;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = runtime.Clock };
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            Timeout = options.TotalTimeout,
            OnTimeout = static arguments =>
            {
                arguments.Context.Properties.GetValue(Call, null!).TotalTimedOut = true;
                return default;
            },
        });
        builder.AddStrategy(_ => new LimiterStrategy(runtime));
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(Retry(runtime));
        }

        if (options.CircuitBreaker.Enabled)
        {
            builder.AddCircuitBreaker(Breaker(runtime));
        }

        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(VendorRuntime runtime)
    {
        var delays = new RetryDelays(runtime);
        return new()
        {
            MaxRetryAttempts = runtime.Options.MaxRetries,
            ShouldHandle = arguments =>
            {
                var call = arguments.Context.Properties.GetValue(Call, null!);
                return new(arguments.Outcome.Result is not { IsSuccessStatusCode: true }
                    && call.CanReplay
                    && IsRepeatable(call, arguments.Outcome)
                    && delays.Next(call, arguments.Outcome, arguments.AttemptNumber) < runtime.Remaining(call));
            },
            DelayGenerator = arguments => new(arguments.Context.Properties.GetValue(Call, null!).NextDelay),
            OnRetry = arguments =>
            {
                var call = arguments.Context.Properties.GetValue(Call, null!);
                runtime.Telemetry.Retried(runtime.Vendor, call.DeclaredOperation.Name);
                var reason = arguments.Outcome.Result is { } response ? ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) : arguments.Outcome.Exception!.GetType().Name;
                HttpLog.Retrying(
                    runtime.Logger, runtime.Vendor, runtime.Account, call.DeclaredOperation.Name, call.OperationId, call.Attempts, reason, arguments.RetryDelay.TotalMilliseconds);
                return default;
            },
        };
    }

    private static bool IsRepeatable(CallContext call, Polly.Outcome<HttpResponseMessage> outcome)
    {
        var meaning = call.DeclaredOperation.Retry;
        return outcome.Exception is { } failure
            ? RetryDecision.ShouldRetry(meaning, failure)
            : RetryDecision.ShouldRetry(meaning, outcome.Result!.StatusCode, outcome.Result.Headers.Contains("Retry-After"));
    }

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(VendorRuntime runtime) => new()
    {
        FailureRatio = runtime.Options.CircuitBreaker.FailureRatio,
        MinimumThroughput = runtime.Options.CircuitBreaker.MinimumThroughput,
        SamplingDuration = runtime.Options.CircuitBreaker.SamplingDuration,
        BreakDuration = runtime.Options.CircuitBreaker.BreakDuration,
        ShouldHandle = static arguments => new(arguments.Outcome switch
        {
            { Result: { } response } => (int)response.StatusCode >= 500,
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
            { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
            _ => false,
        }),
        OnOpened = arguments =>
        {
            HttpLog.CircuitOpened(runtime.Logger, runtime.Vendor, runtime.Account, arguments.BreakDuration.TotalMilliseconds);
            return default;
        },
    };
}
