using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskWebhookTests
{
    private static readonly Uri Endpoint = new("https://receiver.example.com/zendesk");

    [Fact]
    public async Task CommentAdded_IsSignedOverTimestampAndBody()
    {
        using var receiver = new Receiver();
        await using var fixture = await ZendeskFixture.StartAsync(options => options.Webhooks.Handler = receiver);
        var webhook = fixture.Zendesk.AddWebhook(Endpoint, "zen:event-type:ticket.comment_added");
        await fixture.UpdateAsync("""{"comment":{"body":"Grüße","public":false},"status":"open"}""");

        (await fixture.Zendesk.Webhooks.DeliverDueAsync(ZendeskFixture.Token)).ShouldBe(1);

        var (headers, body) = receiver.Requests.ShouldHaveSingleItem();
        var timestamp = headers["X-Zendesk-Webhook-Signature-Timestamp"];
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(webhook.SigningSecret));
        headers["X-Zendesk-Webhook-Signature"].ShouldBe(Convert.ToBase64String(hmac.ComputeHash([.. Encoding.UTF8.GetBytes(timestamp), .. body])));
        headers["X-Zendesk-Webhook-Id"].ShouldBe(webhook.Id);
        var json = JsonNode.Parse(body)!;
        ((string?)json["subject"]).ShouldBe($"zen:ticket:{fixture.Ticket.Id}");
        ((string?)json["event"]!["comment"]!["body"]).ShouldBe("Grüße");
        ((string?)json["detail"]!["status"]).ShouldBe("OPEN");
    }

    [Fact]
    public async Task Retry_KeepsInvocationAndBody_SignsAnew()
    {
        using var receiver = new Receiver { Answers = new Queue<HttpStatusCode>([HttpStatusCode.InternalServerError, HttpStatusCode.OK]) };
        await using var fixture = await ZendeskFixture.StartAsync(options => options.Webhooks.Handler = receiver);
        fixture.Zendesk.AddWebhook(Endpoint, "zen:event-type:ticket.status_changed");
        await fixture.UpdateAsync("""{"status":"solved"}""");
        await fixture.Zendesk.Webhooks.DeliverDueAsync(ZendeskFixture.Token);
        fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        await fixture.Zendesk.Webhooks.DeliverDueAsync(ZendeskFixture.Token);

        receiver.Requests.Count.ShouldBe(2);
        var (first, second) = (receiver.Requests.First(), receiver.Requests.Last());
        second.Headers["X-Zendesk-Webhook-Invocation-Id"].ShouldBe(first.Headers["X-Zendesk-Webhook-Invocation-Id"]);
        second.Body.ShouldBe(first.Body);
        second.Headers["X-Zendesk-Webhook-Signature"].ShouldNotBe(first.Headers["X-Zendesk-Webhook-Signature"]);
        JsonNode.DeepEquals(JsonNode.Parse(first.Body)!["event"]!["previous"], "NEW").ShouldBeTrue();
    }

    [Fact]
    public async Task RefusedUpdate_SendsNothing()
    {
        using var receiver = new Receiver();
        await using var fixture = await ZendeskFixture.StartAsync(options => options.Webhooks.Handler = receiver);
        fixture.Zendesk.AddWebhook(Endpoint, "zen:event-type:ticket.created", "zen:event-type:ticket.comment_added");
        await fixture.UpdateAsync("""{"comment":{"body":"x"},"status":"asleep"}""");
        (await fixture.Zendesk.Webhooks.DeliverDueAsync(ZendeskFixture.Token)).ShouldBe(0);
        await fixture.CreateAsync("""{"comment":{"body":"x"}}""");
        (await fixture.Zendesk.Webhooks.DeliverDueAsync(ZendeskFixture.Token)).ShouldBe(2);
    }

    private sealed class Receiver : HttpMessageHandler
    {
        public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Requests { get; } = new();

        public Queue<HttpStatusCode> Answers { get; init; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.Single(), StringComparer.OrdinalIgnoreCase);
            Requests.Enqueue((headers, await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
            return new HttpResponseMessage(Answers.TryDequeue(out var status) ? status : HttpStatusCode.OK);
        }
    }
}
