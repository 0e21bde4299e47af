using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexWebhookTests : WebexTest
{
    private const string Secret = "86dacc007724d8ea666f88fc77d918dad9537a15";

    private HookReceiver _receiver = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await HookReceiver.StartAsync(Cancelled);
    }

    protected override void Configure(WebexEmulatorOptions options) => options.WebhookFailuresBeforeInactive = 4;

    [Fact]
    public async Task Deliver_Secret_SignsTheRawBytesWithHmacSha1()
    {
        await RegisterAsync("meetings", "started");
        Webex.Meetings.Start((await CreateMeetingAsync()).Id);

        (await Webex.Webhooks.DeliverDueAsync(Cancelled)).ShouldBe(1);

        var (body, headers) = _receiver.Received.Single();
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(Secret));
        headers["X-Spark-Signature"].ShouldBe(Convert.ToHexStringLower(hmac.ComputeHash(body)));
    }

    [Fact]
    public async Task Deliver_NoSecret_SendsNoSignature()
    {
        (await PostAsync("webhooks", $$"""{"name":"n","targetUrl":"{{_receiver.Url}}","resource":"meetings","event":"all"}""")).Status.ShouldBe(HttpStatusCode.OK);
        await CreateMeetingAsync();

        await Webex.Webhooks.DeliverDueAsync(Cancelled);

        _receiver.Received.Single().Headers.ContainsKey("X-Spark-Signature").ShouldBeFalse();
    }

    [Fact]
    public async Task Deliver_Envelope_HasThePropertiesOfTheRecordedEvent()
    {
        var hook = await RegisterAsync("meetings", "started");
        var instance = Webex.Meetings.Start((await CreateMeetingAsync()).Id);

        await Webex.Webhooks.DeliverDueAsync(Cancelled);

        var json = JsonNode.Parse(_receiver.Bodies.Single())!.AsObject();
        foreach (var name in WebexSpec.Sample("webhook-event.messages-created.json").AsObject().Select(property => property.Key).Where(name => name != "filter"))
        {
            json.ShouldContainKey(name);
        }

        ((string)json["id"]!, (string)json["data"]!["id"]!, (string)json["actorId"]!).ShouldBe((hook.Id, instance, Anna.Id));
        json["data"]!.AsObject().ShouldNotContainKey("password");
        json["data"]!.AsObject().ShouldNotContainKey("hostKey");
    }

    [Fact]
    public async Task Events_OfAMeetingsLife_AreSentInOrder()
    {
        await RegisterAsync("all", "all");
        var meeting = await CreateMeetingAsync();
        await PatchAsync("meetings/" + meeting.Id, """{"title":"Changed"}""");
        Webex.Meetings.Start(meeting.Id);
        Webex.Meetings.Join(meeting.Id, "guest@example.org", "Guest");
        Webex.Meetings.Leave(meeting.Id, "guest@example.org");
        Webex.Meetings.End(meeting.Id);
        await DeleteAsync("meetings/" + meeting.Id);

        Webex.Webhooks.Deliveries.Select(delivery => delivery.Topic).ShouldBe(
        [
            "meetings.created", "meetings.updated", "meetings.started", "meetingParticipants.joined", "meetingParticipants.joined",
            "meetingParticipants.left", "meetingParticipants.left", "meetings.ended", "meetings.deleted",
        ]);
        (await Webex.Webhooks.DeliverDueAsync(Cancelled)).ShouldBe(9);
        _receiver.Bodies.Select(body => (string)JsonNode.Parse(body)!["event"]!).Last().ShouldBe("deleted");
    }

    [Fact]
    public async Task Events_OfOthersMeetings_AreNotSentToACreatorsHook()
    {
        await RegisterAsync("meetings", "all");

        await CreateMeetingAsync(token: Ben.AccessToken);

        Webex.Webhooks.Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_ForAnotherClient_HideTheTags()
    {
        await RegisterAsync("meetings", "created");
        var other = Webex.IssueToken(Anna, integration: Webex.AddIntegration("http://127.0.0.1/other"));
        await PostAsync("webhooks", $$"""{"name":"other","targetUrl":"{{_receiver.Url}}","resource":"meetings","event":"created"}""", other);

        await CreateMeetingAsync(more: ""","integrationTags":["zendesk:42"]""");

        Webex.Webhooks.Deliveries.Select(delivery => delivery.Body.Contains("zendesk:42", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Events_OrgHookWithFilter_GetsThatHostsMeetingsOnly()
    {
        var admin = Webex.AddUser("root@example.com", "Root", new WebexUserSeed { IsAdministrator = true });
        var body = $$"""{"name":"n","targetUrl":"{{_receiver.Url}}","resource":"meetings","event":"created","ownedBy":"org","filter":"hostEmail=ben@example.com"}""";
        (await PostAsync("webhooks", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("webhooks", body, admin.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);

        await CreateMeetingAsync();
        var bens = await CreateMeetingAsync(token: Ben.AccessToken);

        JsonNode.Parse(Webex.Webhooks.Deliveries.Single().Body)!["data"]!["id"]!.GetValue<string>().ShouldBe(bens.Id);
    }

    [Fact]
    public async Task Deliver_ReceiverFails_RetriesByTheClockWithTheSameBody()
    {
        await RegisterAsync("meetings", "created");
        await CreateMeetingAsync();
        _receiver.Answer = 500;

        (await Webex.Webhooks.DeliverDueAsync(Cancelled)).ShouldBe(1);
        (await Webex.Webhooks.DeliverDueAsync(Cancelled)).ShouldBe(0);
        Webex.Webhooks.NextDueAt.ShouldBe(Clock.GetUtcNow().AddSeconds(5));
        Clock.Advance(TimeSpan.FromSeconds(5));
        _receiver.Answer = 204;
        (await Webex.Webhooks.DeliverDueAsync(Cancelled)).ShouldBe(1);

        var delivery = Webex.Webhooks.Deliveries.Single();
        delivery.Status.ShouldBe(WebhookDeliveryStatus.Delivered);
        delivery.Attempts.Select(attempt => attempt.StatusCode).ShouldBe([500, 204]);
        _receiver.Bodies.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_FailsForGood_GivesUpAndTheHookBecomesInactive()
    {
        var hook = await RegisterAsync("meetings", "created");
        await _receiver.DisposeAsync();
        await CreateMeetingAsync();
        foreach (var wait in new[] { 0, 5, 30, 200 })
        {
            Clock.Advance(TimeSpan.FromSeconds(wait));
            await Webex.Webhooks.DeliverDueAsync(Cancelled);
        }

        Webex.WebhookStatus(hook.Id).ShouldBe("active", "the fourth try is due after five minutes only");
        Clock.Advance(TimeSpan.FromSeconds(100));
        await Webex.Webhooks.DeliverDueAsync(Cancelled);

        var delivery = Webex.Webhooks.Deliveries.Single();
        delivery.Status.ShouldBe(WebhookDeliveryStatus.Failed);
        delivery.Attempts.Count.ShouldBe(4);
        delivery.Attempts.ShouldAllBe(attempt => attempt.StatusCode == null && attempt.Error != null);
    }

    [Fact]
    public async Task Hook_TooManyFailuresInTheWindow_IsInactiveUntilRevived()
    {
        var hook = await RegisterAsync("meetings", "created");
        _receiver.Answer = 503;
        for (var i = 0; i < 4; i++)
        {
            await CreateMeetingAsync();
        }

        await Webex.Webhooks.DeliverDueAsync(Cancelled);
        (await GetAsync("webhooks/" + hook.Id))["status"].ShouldBe("inactive");
        await CreateMeetingAsync();
        Webex.Webhooks.Deliveries.Count.ShouldBe(4);

        (await PutAsync("webhooks/" + hook.Id, $$"""{"name":"n","targetUrl":"{{_receiver.Url}}","status":"active"}"""))["status"].ShouldBe("active");
        await CreateMeetingAsync();
        Webex.Webhooks.Deliveries.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("\"resource\":\"meetings\"", "\"resource\":\"spaceships\"")]
    [InlineData("\"event\":\"started\"", "\"event\":\"joined\"")]
    [InlineData("\"event\":\"started\"", "\"event\":\"exploded\"")]
    [InlineData("\"name\":\"n\",", "")]
    [InlineData("https://example.com/h", "/relative")]
    [InlineData("https://example.com/h", "ftp://example.com/h")]
    [InlineData("\"name\":", "\"filter\":\"hostEmail=a@b.c\",\"name\":")]
    public async Task Create_Invalid_Answers400(string valid, string invalid)
    {
        const string body = """{"name":"n","targetUrl":"https://example.com/h","resource":"meetings","event":"started"}""";

        (await PostAsync("webhooks", body.Replace(valid, invalid))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync("webhooks")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_WithoutReadScopeOfTheResource_Answers403() =>
        (await PostAsync("webhooks", """{"name":"n","targetUrl":"https://example.com/h","resource":"meetings","event":"started"}""", Webex.IssueToken(Anna, ["spark:all"])))
            .Status.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Hook_OfAnotherUser_IsNotFoundAndDeletedOnesAreGone()
    {
        var hook = await RegisterAsync("meetings", "started");

        (await GetAsync("webhooks/" + hook.Id, Ben.AccessToken)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync("webhooks/" + hook.Id, """{"name":"n","targetUrl":"https://example.com/h","status":"inactive"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await DeleteAsync("webhooks/" + hook.Id)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await GetAsync("webhooks/" + hook.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Reply> RegisterAsync(string resource, string @event)
    {
        var reply = await PostAsync("webhooks", $$"""{"name":"n","targetUrl":"{{_receiver.Url}}","resource":"{{resource}}","event":"{{@event}}","secret":"{{Secret}}"}""");
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        return reply;
    }
}
