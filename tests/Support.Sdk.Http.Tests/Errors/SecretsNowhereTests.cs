using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

/// <summary>Runs calls that go wrong in every way and searches everything they leave behind for the secrets they used.</summary>
public class SecretsNowhereTests
{
    private static readonly string[] Secrets =
        ["acc3ss-one", "acc3ss-two", "r3fresh-one", "r3fresh-two", "cl13nt-s3cr3t", "qu3ry-s3cr3t", "h0stk3y"];

    [Fact]
    public async Task FailedCalls_LogsAndExceptions_HoldNoSecret()
    {
        await using var host = OAuthHost.Create();
        await host.StoreAsync("acc3ss-one", TimeSpan.FromHours(1), "r3fresh-one");
        host.TokenEndpoint
            .Answer(HttpStatusCode.OK, OAuthHost.Answer("acc3ss-two", "r3fresh-two"))
            .Answer(HttpStatusCode.OK, """{"token":"r3fresh-two acc3ss-two" """)
            .Answer(HttpStatusCode.BadRequest, """{"error":"invalid_request","error_description":"refresh_token=r3fresh-two client_secret=cl13nt-s3cr3t"}""")
            .Answer(HttpStatusCode.BadRequest, """{"error":"invalid_grant","error_description":"bad","refresh_token":"r3fresh-two"}""");
        host.Vendor
            .Answer(HttpStatusCode.Unauthorized, """{"message":"acc3ss-one expired"}""")
            .Answer(HttpStatusCode.BadRequest, """{"message":"token acc3ss-two, link https://x.test/?k=qu3ry-s3cr3t","hostKey":"h0stk3y"}""")
            .Fail(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer(HttpStatusCode.OK, """{"id":"h0stk3y"}""");
        List<Exception> failures = [];

        for (var i = 0; i < 3; i++)
        {
            failures.Add(await Should.ThrowAsync<Exception>(host.Clock.RunAsync(CallAsync(host))));
        }

        host.Clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 3; i++)
        {
            failures.Add(await Should.ThrowAsync<Exception>(host.Clock.RunAsync(CallAsync(host))));
        }

        failures.Select(failure => failure.GetType()).ShouldBe([
            typeof(SupportRequestException), typeof(SupportConnectionException), typeof(SupportContentException),
            typeof(SupportContentException), typeof(SupportRequestException), typeof(ReauthorizationRequiredException),
        ]);
        host.Logs.Lines.Count.ShouldBeGreaterThan(5);
        var left = string.Join("\n", host.Logs.Lines.Concat(failures.SelectMany(Texts)));
        foreach (var secret in Secrets)
        {
            left.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void ToString_TypesThatHoldSecrets_ShowNone()
    {
        AccessToken.Bearer("hush").ToString().ShouldBe("Bearer ***");
        OAuthHost.Provider.ToString().ShouldNotContain("cl13nt");
        new AuthorizationRequest(new Uri("https://x.test/?state=hush"), "hush", "hush", new Uri("https://h.test/cb")).ToString().ShouldNotContain("hush");
        new VendorRequest(VendorHost.Operation(RetryMeaning.Safe), HttpMethod.Get, new Uri("x?hush", UriKind.Relative)).ToString().ShouldNotContain("hush");
        VendorPath.Of($"x").Query("a", "hush").ToString().ShouldBe("x");
    }

    private static Task<Thing> CallAsync(VendorHost host) => host.Transport.SendAsync(
        VendorRequest.Post(VendorHost.Operation(RetryMeaning.ProbeBeforeRetry), VendorPath.Of($"things").Query("key", "qu3ry-s3cr3t")),
        ThingJson.Default.Thing,
        TestContext.Current.CancellationToken);

    private static IEnumerable<string> Texts(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception.ToString();
            if (exception is SupportRequestException request)
            {
                yield return request.ResponseBody ?? "";
                yield return string.Join(" ", request.Errors) + request.Error;
            }
        }
    }
}
