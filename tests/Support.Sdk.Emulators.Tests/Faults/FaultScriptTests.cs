using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Tests.Faults;

public sealed class FaultScriptTests : WebexTest
{
    [Fact]
    public async Task LoadFaults_Script_IsObeyed()
    {
        Webex.LoadFaults("""
            {
              "requests": [
                { "method": "GET", "path": "/v1/people/me", "times": 2, "respond": { "status": 429, "retryAfter": "rand(30),add(30)" } },
                { "method": "GET", "path": "/v1/people/me", "skip": 1, "respond": { "status": 503, "retryAfter": { "dateIn": 60 } } },
                { "path": "/v1/webhooks", "times": "always", "effect": "CutBeforeCommit" }
              ],
              "webhooks": [ { "topic": "meetings.created", "effect": "Drop" } ]
            }
            """);

        (await GetAsync("people/me")).Headers["Retry-After"].ShouldBe("rand(30),add(30)");
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("people/me")).Headers["Retry-After"].ShouldBe("Mon, 02 Mar 2026 09:01:00 GMT");
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync("webhooks"));
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync("webhooks"));

        Webex.Faults.Clear();
        await PostAsync("webhooks", """{"name":"n","targetUrl":"http://127.0.0.1:9/h","resource":"meetings","event":"created"}""");
        await CreateMeetingAsync();
        Webex.Webhooks.Deliveries.Single().Status.ShouldBe(WebhookDeliveryStatus.Dropped);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"requests":[{"method":"GET","effect":"CutAfterCommit"}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","effect":"Explode"}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","effect":"Delay"}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","respond":{}}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","respond":{"status":42}}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","times":"often","effect":"CutAfterCommit"}]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","effect":"CutAfterCommit"},null]}""")]
    [InlineData("""{"requests":[{"path":"/v1/x","effect":"CutAfterCommit"}],"webhooks":[{"effect":"Explode"}]}""")]
    public void LoadFaults_Invalid_ThrowsAndLoadsNothing(string script)
    {
        Should.Throw<FormatException>(() => Webex.LoadFaults(script));

        Webex.Faults.All.ShouldBeEmpty();
    }
}
