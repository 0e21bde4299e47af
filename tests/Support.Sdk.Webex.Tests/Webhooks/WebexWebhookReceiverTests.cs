using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Meetings;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webhooks;

namespace Support.Sdk.Webex.Tests.Webhooks;

public sealed class WebexWebhookReceiverTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("started", "abc", null, "abc", ProviderReportKind.Started)]
    [InlineData("ended", "abc_I_194316955237236650", null, "abc", ProviderReportKind.Ended)]
    [InlineData("updated", "abc_20191101T120000Z", null, "abc", ProviderReportKind.Updated)]
    [InlineData("deleted", "x_y", null, "x_y", ProviderReportKind.Deleted)]
    [InlineData("ended", "whatever", "series", "series", ProviderReportKind.Ended)]
    public async Task Receive_AboutAMeeting_ReportsTheSeries(string @event, string id, string? series, string expected, ProviderReportKind kind)
    {
        await using var host = new WebexHost(account: "acme");
        var body = $$$"""{"id":"W","resource":"meetings","event":"{{{@event}}}","created":"2020-01-01T00:00:00Z","data":{"id":"{{{id}}}"{{{(series is null ? "" : $",\"meetingSeriesId\":\"{series}\"")}}}}}""";

        var result = await host.Webhooks.ReceiveAsync("acme", Signed(body), Stop);

        result.ShouldBe(new WebhookResult(WebhookDisposition.Applied));
        host.Reports.Received.ShouldHaveSingleItem().ShouldBe(new ProviderMeetingReport("webex", "acme", expected, kind, WebexHost.Now));
    }

    [Theory]
    [InlineData("started", "2026-03-02T08:30:00Z")]
    [InlineData("ended", "2026-03-02T08:50:00Z")]
    public async Task Receive_OfAnInstance_TakesItsOwnTime(string @event, string expected)
    {
        await using var host = new WebexHost();
        var body = $$$"""{"resource":"meetings","event":"{{{@event}}}","data":{"id":"abc_I_1","meetingType":"meeting","start":"2026-03-02T09:30:00+01:00","end":"2026-03-02T08:50:00Z"}}""";

        await host.Webhooks.ReceiveAsync("", Signed(body), Stop);

        host.Reports.Received.Single().OccurredAt.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Receive_OfASeries_DoesNotTakeThePlanForTheTime()
    {
        await using var host = new WebexHost();
        const string Body = """{"resource":"meetings","event":"started","data":{"id":"abc","meetingType":"meetingSeries","start":"2026-03-02T07:00:00Z"}}""";

        await host.Webhooks.ReceiveAsync("", Signed(Body), Stop);

        host.Reports.Received.Single().OccurredAt.ShouldBe(WebexHost.Now);
    }

    [Fact]
    public async Task Receive_OfAnUnknownMeeting_IsIgnored()
    {
        await using var host = new WebexHost();
        host.Reports.IsKnown = false;

        var result = await host.Webhooks.ReceiveAsync("", Signed("""{"resource":"meetings","event":"started","data":{"id":"abc"}}"""), Stop);

        result.ShouldBe(new WebhookResult(WebhookDisposition.Ignored, WebexWebhookReceiver.UnknownMeeting));
    }

    [Theory]
    [InlineData("webhook-event.messages-created")]
    [InlineData("webhook-event.telephony-calls-created.observed")]
    public async Task Receive_OfAnotherResource_IsIgnored(string sample)
    {
        await using var host = new WebexHost();

        var result = await host.Webhooks.ReceiveAsync("", Signed(Sample.Text(sample)), Stop);

        result.ShouldBe(new WebhookResult(WebhookDisposition.Ignored, WebexWebhookReceiver.NotOfConcern));
        host.Reports.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"resource":"meetings"}""")]
    [InlineData("""{"resource":"meetings","event":"started"}""")]
    [InlineData("""{"resource":"meetings","event":"started","data":{"id":""}}""")]
    public async Task Receive_GenuineButOfAnotherForm_IsMalformed(string body)
    {
        await using var host = new WebexHost();

        (await host.Webhooks.ReceiveAsync("", Signed(body), Stop)).Disposition.ShouldBe(WebhookDisposition.Malformed);
    }

    [Fact]
    public async Task Receive_SignedWithTheOlderOfTwoSecrets_IsApplied()
    {
        await using var host = new WebexHost(options => options.WebhookSecrets.Insert(0, "newer"));

        var result = await host.Webhooks.ReceiveAsync("", Signed("""{"resource":"meetings","event":"started","data":{"id":"abc"}}"""), Stop);

        result.Disposition.ShouldBe(WebhookDisposition.Applied);
    }

    [Fact]
    public async Task Receive_AlteredMissingOrForAnotherAccount_IsUnverified()
    {
        await using var host = new WebexHost();
        var genuine = Signed("""{"resource":"meetings","event":"started","data":{"id":"abc"}}""");
        var altered = genuine with { Body = Encoding.UTF8.GetBytes("""{"resource":"meetings","event":"started","data":{"id":"abd"}}""") };
        var unsigned = genuine with { Headers = new Dictionary<string, string>() };

        (await host.Webhooks.ReceiveAsync("", altered, Stop)).ShouldBe(new WebhookResult(WebhookDisposition.Unverified, "bad-signature"));
        (await host.Webhooks.ReceiveAsync("", unsigned, Stop)).ShouldBe(new WebhookResult(WebhookDisposition.Unverified, "missing-signature"));
        (await host.Webhooks.ReceiveAsync("other", genuine, Stop)).ShouldBe(new WebhookResult(WebhookDisposition.Unverified, "no-secret-configured"));
        host.Reports.Received.ShouldBeEmpty();
    }

    [Fact]
    public void TryParse_TheVendorsSample_GivesItsFields()
    {
        WebexWebhookMessage.TryParse(Encoding.UTF8.GetBytes(Sample.Text("webhook-event.messages-created")), out var message).ShouldBeTrue();

        message!.Resource.ShouldBe(WebhookResource.Messages);
        message.Event.ShouldBe(WebhookEvent.Created);
        message.OwnedBy.ShouldBe(WebhookOwner.Creator);
        message.Name.ShouldBe("New message in 'Project Unicorn' room");
        message.Data.GetProperty("personEmail").GetString().ShouldBe("matt@example.com");
        message.ReadMeeting().ShouldBeNull();
    }

    private static WebhookRequest Signed(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(WebexHost.WebhookSecret), bytes));
        return new(new Dictionary<string, string> { ["x-spark-signature"] = signature }, bytes);
    }
}
