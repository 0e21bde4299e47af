using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Support.Sdk.Http;

/// <summary>The one place that decides whether an attempt is repeated: outcome × <see cref="RetryMeaning"/>.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>outcome</term><description>repeated for</description></listheader>
/// <item><term>no connection was made; the token could not be fetched for now</term><description>all but <see cref="RetryMeaning.Never"/></description></item>
/// <item><term>turned away: 425, 429, 423 or 503 with <c>Retry-After</c></term><description>all but <see cref="RetryMeaning.Never"/></description></item>
/// <item><term>broken connection, attempt timed out, 408, 500, 502, 503 without <c>Retry-After</c>, 504</term><description>safe, idempotent, keyed</description></item>
/// <item><term>everything else (other 4xx, 501, 505, open circuit, consent gone, answer too large)</term><description>none</description></item>
/// </list>
/// </remarks>
public static class RetryDecision
{
    private enum Effect
    {
        Final,
        MayHaveActed,
        SurelyNone,
    }

    /// <summary>Decides after an answer.</summary>
    /// <param name="meaning">What a repetition means.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="hasRetryAfter">Whether the answer has a <c>Retry-After</c> header, readable or not.</param>
    public static bool ShouldRetry(RetryMeaning meaning, HttpStatusCode status, bool hasRetryAfter) => Decide(meaning, Classify(status, hasRetryAfter));

    /// <summary>Decides after an attempt that ended without an answer.</summary>
    /// <param name="meaning">What a repetition means.</param>
    /// <param name="failure">What the attempt threw.</param>
    public static bool ShouldRetry(RetryMeaning meaning, Exception failure) => Decide(meaning, Classify(failure));

    /// <summary>Whether an answer with this status may be another one later.</summary>
    /// <param name="status">The status.</param>
    /// <param name="hasRetryAfter">Whether the answer has a <c>Retry-After</c> header.</param>
    public static bool IsTransient(HttpStatusCode status, bool hasRetryAfter) => Classify(status, hasRetryAfter) != Effect.Final;

    /// <summary>Whether the vendor turned the request away without acting on it.</summary>
    internal static bool IsTurnedAway(HttpStatusCode status, bool hasRetryAfter) => Classify(status, hasRetryAfter) == Effect.SurelyNone;

    /// <summary>Whether the request cannot have reached the vendor.</summary>
    internal static bool IsNotConnected(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static bool Decide(RetryMeaning meaning, Effect effect) => meaning switch
    {
        RetryMeaning.Safe or RetryMeaning.Idempotent or RetryMeaning.Keyed => effect != Effect.Final,
        RetryMeaning.ProbeBeforeRetry => effect == Effect.SurelyNone,
        _ => false,
    };

    private static Effect Classify(HttpStatusCode status, bool hasRetryAfter) => (int)status switch
    {
        425 or 429 => Effect.SurelyNone,
        423 => hasRetryAfter ? Effect.SurelyNone : Effect.Final,
        503 => hasRetryAfter ? Effect.SurelyNone : Effect.MayHaveActed,
        408 or 500 or 502 or 504 => Effect.MayHaveActed,
        _ => Effect.Final,
    };

    private static Effect Classify(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Effect.Final,
        _ when IsNotConnected(failure) => Effect.SurelyNone,
        HttpRequestException or IOException or TimeoutRejectedException => Effect.MayHaveActed,
        BrokenCircuitException => Effect.Final,

        // Thrown while the attempt asked for its token: the request itself was never sent.
        SupportHttpException { IsTransient: true } => Effect.SurelyNone,
        _ => Effect.Final,
    };
}
