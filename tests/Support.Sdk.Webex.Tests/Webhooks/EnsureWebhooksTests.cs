using System.Net;
using System.Text.Json.Nodes;
using Support.Sdk.Webex.Webhooks;

namespace Support.Sdk.Webex.Tests.Webhooks;

public sealed class EnsureWebhooksTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly Uri Target = new("https://support.example.com/webhooks/webex");

    [Fact]
    public async Task EnsureMeetingWebhooks_Twice_CreatesEachOnce()
    {
        await using var host = new WebexHost();
        var service = new HookService();
        host.Webex.Always(service.Answer);

        await host.Client.Webhooks.EnsureMeetingWebhooksAsync(Target, cancellationToken: Stop);
        var webhooks = await host.Client.Webhooks.EnsureMeetingWebhooksAsync(Target, cancellationToken: Stop);

        service.Hooks.Count.ShouldBe(4);
        webhooks.Select(static webhook => webhook.Event.Value).ShouldBe(["started", "ended", "updated", "deleted"]);
        service.Hooks.ShouldAllBe(static hook => hook["secret"]!.GetValue<string>() == WebexHost.WebhookSecret && hook["resource"]!.GetValue<string>() == "meetings");
        host.Webex.Sent.ShouldNotContain(static sent => sent.Method == HttpMethod.Put);
    }

    [Fact]
    public async Task Ensure_SwitchedOffByTheService_IsRevived()
    {
        await using var host = new WebexHost();
        host.Webex
            .Answer($$"""{"items":[{"id":"1","resource":"meetings","event":"started","targetUrl":"{{Target}}","status":"inactive"}]}""")
            .Answer("""{"id":"1","status":"active"}""");

        await host.Client.Webhooks.EnsureAsync(Request(), Stop);

        host.Webex.Last.Method.ShouldBe(HttpMethod.Put);
        host.Webex.Last.Json.GetProperty("status").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Ensure_OnTheSecondPage_IsFound()
    {
        await using var host = new WebexHost();
        host.Webex
            .Answer("""{"items":[]}""", HttpStatusCode.OK, ("Link", "<https://webexapis.com/v1/webhooks?p=2>; rel=\"next\""))
            .Answer($$"""{"items":[{"id":"7","resource":"meetings","event":"started","targetUrl":"{{Target}}","status":"active"}]}""");

        (await host.Client.Webhooks.EnsureAsync(Request(), Stop)).Id.ShouldBe("7");
    }

    [Fact]
    public async Task Ensure_SomebodyWasFaster_TakesTheirs()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[]}""").Answer("{}", HttpStatusCode.Conflict)
            .Answer($$"""{"items":[{"id":"7","resource":"meetings","event":"started","targetUrl":"{{Target}}","status":"active"}]}""");

        (await host.Client.Webhooks.EnsureAsync(Request(), Stop)).Id.ShouldBe("7");
    }

    [Fact]
    public async Task EnsureMeetingWebhooks_WithoutASecret_Throws()
    {
        await using var host = new WebexHost(static options => options.WebhookSecrets.Clear());

        await Should.ThrowAsync<InvalidOperationException>(() => host.Client.Webhooks.EnsureMeetingWebhooksAsync(Target, cancellationToken: Stop));
    }

    private static CreateWebhookRequest Request() =>
        new() { Name = "n", TargetUrl = Target.AbsoluteUri, Resource = WebhookResource.Meetings, Event = WebhookEvent.Started };

    private sealed class HookService
    {
        public List<JsonObject> Hooks { get; } = [];

        public HttpResponseMessage Answer(SentRequest sent)
        {
            if (sent.Method == HttpMethod.Get)
            {
                return FakeWebex.Response(new JsonObject { ["items"] = new JsonArray([.. Hooks.Select(static hook => hook.DeepClone())]) }.ToJsonString());
            }

            var hook = JsonNode.Parse(sent.Body!)!.AsObject();
            (hook["id"], hook["status"]) = ($"{Hooks.Count}", "active");
            Hooks.Add(hook);
            return FakeWebex.Response(hook.ToJsonString());
        }
    }
}
