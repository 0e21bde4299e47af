using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Webhooks;
using Support.Sdk.Zendesk.Webhooks;

namespace Support.Sdk.Zendesk.Tests;

public sealed class WebhookReceiverTests
{
    private const string Secret = "signing-secret";
    private const string TicketEvent = """
        {"account_id":21825834,"detail":{"id":"141"},"event":{"current":"open"},"id":"01JQ","subject":"zen:ticket:141",
         "time":"2025-02-11T14:32:05.254571515Z","type":"zen:event-type:ticket.status_changed","zendesk_event_version":"2022-11-06","new":1}
        """;

    [Theory]
    [InlineData(TicketEvent, WebhookDisposition.Ignored, "no-consumer")]
    [InlineData("""{"text":"from a trigger"}""", WebhookDisposition.Ignored, "not-an-event")]
    [InlineData("", WebhookDisposition.Ignored, "empty-body")]
    [InlineData("[1]", WebhookDisposition.Malformed, "not-an-event-object")]
    [InlineData("hello", WebhookDisposition.Malformed, "not-an-event-object")]
    public async Task Receive_OfAGenuineWebhook_SaysWhatBecameOfIt(string body, WebhookDisposition disposition, string reason) =>
        (await ReceiveAsync("", body, Secret)).ShouldBe(new WebhookResult(disposition, reason));

    [Theory]
    [InlineData("", "forged", WebhookRejection.BadSignature)]
    [InlineData("made-up", Secret, WebhookRejection.NoSecretConfigured)]
    public async Task Receive_OfAnythingElse_IsUnverified(string account, string secret, string reason) =>
        (await ReceiveAsync(account, TicketEvent, secret)).ShouldBe(new WebhookResult(WebhookDisposition.Unverified, reason));

    [Fact]
    public void Parse_OfATicketEvent_NamesTheTicket()
    {
        var read = ZendeskWebhookEvent.Parse(Encoding.UTF8.GetBytes(TicketEvent));

        (read.TicketId, read.AccountId, read.Type).ShouldBe((141L, 21825834L, "zen:event-type:ticket.status_changed"));
        read.Detail!.Value.GetProperty("id").GetString().ShouldBe("141");
    }

    [Fact]
    public void Parse_OfAUserEvent_NamesNoTicket() =>
        ZendeskWebhookEvent.Parse("""{"subject":"zen:user:6596848315901"}"""u8).TicketId.ShouldBeNull();

    private static async Task<WebhookResult> ReceiveAsync(string account, string body, string secret)
    {
        await using var host = new ZendeskHost(options =>
        {
            options.AccessToken = ZendeskHost.Token;
            options.Webhooks.SigningSecrets.Add(Secret);
        });
        var bytes = Encoding.UTF8.GetBytes(body);
        const string Timestamp = "2026-03-02T09:00:00Z";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(Timestamp), .. bytes]));
        var headers = new Dictionary<string, string> { ["x-zendesk-webhook-signature"] = signature, ["x-zendesk-webhook-signature-timestamp"] = Timestamp };
        return await host.Services.GetRequiredKeyedService<IWebhookReceiver>("zendesk")
            .ReceiveAsync(account, new WebhookRequest(headers, bytes), TestContext.Current.CancellationToken);
    }
}
