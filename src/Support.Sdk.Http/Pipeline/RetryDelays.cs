using System.Net;
using Polly;

namespace Support.Sdk.Http;

/// <summary>How long to wait before the next attempt.</summary>
internal sealed class RetryDelays(VendorRuntime runtime)
{
    /// <summary>Decides the wait and leaves it in <see cref="CallContext.NextDelay"/>, so that what is checked against the time-out is what is waited.</summary>
    public TimeSpan Next(CallContext call, Polly.Outcome<HttpResponseMessage> outcome, int attempt) =>
        call.NextDelay = Demanded(outcome) is { } demanded ? demanded + Jitter() : BackOff(attempt);

    private TimeSpan? Demanded(Polly.Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result: { } response } => RetryAfterHeader.Read(response, runtime.Options, runtime.Clock)?.Wait
            ?? (response.StatusCode == HttpStatusCode.TooManyRequests ? runtime.Options.DefaultRetryAfter : null),
        { Exception: SupportHttpException { RetryAfter: { } wait } } => wait,
        _ => null,
    };

    /// <summary>Up to a tenth of a second on top of a demanded wait, so that those who were turned away together do not come back together.</summary>
    private TimeSpan Jitter() => TimeSpan.FromMilliseconds(100) * runtime.Random.NextFraction();

    /// <summary>Exponential with equal jitter: half of the wait is fixed, half random.</summary>
    private TimeSpan BackOff(int attempt)
    {
        var full = Math.Min(runtime.Options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt), runtime.Options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds((full / 2) + (full / 2 * runtime.Random.NextFraction()));
    }
}
