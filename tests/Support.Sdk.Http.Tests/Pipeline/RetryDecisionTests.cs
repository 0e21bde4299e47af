using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class RetryDecisionTests
{
    /// <summary>Never, Safe, Idempotent, Keyed, ProbeBeforeRetry: "-" no, "+" yes.</summary>
    private const string Nobody = "-----";
    private const string NotProbed = "-+++-";
    private const string All = "-++++";

    [Theory]
    [InlineData(200, false, Nobody)]
    [InlineData(201, false, Nobody)]
    [InlineData(204, false, Nobody)]
    [InlineData(302, false, Nobody)]
    [InlineData(400, false, Nobody)]
    [InlineData(400, true, Nobody)]
    [InlineData(401, false, Nobody)]
    [InlineData(403, true, Nobody)]
    [InlineData(404, false, Nobody)]
    [InlineData(408, false, NotProbed)]
    [InlineData(408, true, NotProbed)]
    [InlineData(409, false, Nobody)]
    [InlineData(412, false, Nobody)]
    [InlineData(422, false, Nobody)]
    [InlineData(423, false, Nobody)]
    [InlineData(423, true, All)]
    [InlineData(425, false, All)]
    [InlineData(429, false, All)]
    [InlineData(429, true, All)]
    [InlineData(500, false, NotProbed)]
    [InlineData(500, true, NotProbed)]
    [InlineData(501, true, Nobody)]
    [InlineData(502, false, NotProbed)]
    [InlineData(503, false, NotProbed)]
    [InlineData(503, true, All)]
    [InlineData(504, false, NotProbed)]
    [InlineData(504, true, NotProbed)]
    [InlineData(505, false, Nobody)]
    public void ShouldRetry_EachStatusAndMeaning_FollowsTheTable(int status, bool hasRetryAfter, string expected)
    {
        var actual = Row(meaning => RetryDecision.ShouldRetry(meaning, (HttpStatusCode)status, hasRetryAfter));

        actual.ShouldBe(expected);
        RetryDecision.IsTransient((HttpStatusCode)status, hasRetryAfter).ShouldBe(expected != Nobody);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "name", All },
        { "connect", All },
        { "tls", All },
        { "proxy", All },
        { "reset", NotProbed },
        { "unknown", NotProbed },
        { "io", NotProbed },
        { "attempt-timeout", NotProbed },
        { "token-transient", All },
        { "too-large", Nobody },
        { "circuit", Nobody },
        { "token-refused", Nobody },
        { "consent", Nobody },
        { "canceled", Nobody },
        { "bug", Nobody },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void ShouldRetry_EachFailureAndMeaning_FollowsTheTable(string failure, string expected)
    {
        var call = new FailedCall("acme", "", "acme.oauth.refresh", "1", "POST", "/token", 1);
        Exception exception = failure switch
        {
            "name" => new HttpRequestException(HttpRequestError.NameResolutionError),
            "connect" => new HttpRequestException(HttpRequestError.ConnectionError),
            "tls" => new HttpRequestException(HttpRequestError.SecureConnectionError),
            "proxy" => new HttpRequestException(HttpRequestError.ProxyTunnelError),
            "reset" => new HttpRequestException(HttpRequestError.ResponseEnded),
            "unknown" => new HttpRequestException("broken"),
            "io" => new IOException("broken"),
            "attempt-timeout" => new TimeoutRejectedException(),
            "token-transient" => new SupportConnectionException(call, ConnectionFailure.Interrupted, true),
            "too-large" => new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded),
            "circuit" => new BrokenCircuitException(),
            "token-refused" => new SupportRequestException(call, HttpStatusCode.Unauthorized, new VendorError("invalid_client")),
            "consent" => new ReauthorizationRequiredException(new("acme", ""), "gone"),
            "canceled" => new OperationCanceledException(),
            _ => new InvalidOperationException(),
        };

        Row(meaning => RetryDecision.ShouldRetry(meaning, exception)).ShouldBe(expected);
    }

    private static string Row(Func<RetryMeaning, bool> decide) =>
        string.Concat(Enum.GetValues<RetryMeaning>().Select(meaning => decide(meaning) ? '+' : '-'));
}
