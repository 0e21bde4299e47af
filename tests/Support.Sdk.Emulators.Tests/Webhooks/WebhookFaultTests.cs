using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators.Tests.Webhooks;

public sealed class WebhookFaultTests : WebexTest
{
    private HookReceiver _receiver = null!;

    private IEnumerable<string> Titles => _receiver.Bodies.Select(body => (string)JsonNode.Parse(body)!["data"]!["title"]!);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await HookReceiver.StartAsync(Cancelled);
        await PostAsync("webhooks", $$"""{"name":"n","targetUrl":"{{_receiver.Url}}","resource":"meetings","event":"created"}""");
    }

    [Fact]
    public async Task Drop_Struck_IsNeverSent()
    {
        Webex.Webhooks.Faults.On("meetings.created").Drop();

        await CreateAndDeliverAsync("a", "b");

        Titles.ShouldBe(["b"]);
        Webex.Webhooks.Deliveries[0].Status.ShouldBe(WebhookDeliveryStatus.Dropped);
    }

    [Fact]
    public async Task Duplicate_Struck_IsSentTwiceWithTheSameBody()
    {
        Webex.Webhooks.Faults.On().Skip(1).Duplicate();

        await CreateAndDeliverAsync("a", "b");

        Titles.ShouldBe(["a", "b", "b"]);
        _receiver.Received[1].Body.ShouldBe(_receiver.Received[2].Body);
    }

    [Fact]
    public async Task Reorder_Struck_IsSentAfterTheNextOne()
    {
        Webex.Webhooks.Faults.On("meetings.created").Reorder();

        await CreateAndDeliverAsync("a");
        Titles.ShouldBeEmpty();
        await CreateAndDeliverAsync("b", "c");

        Titles.ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public async Task Reorder_OtherTarget_OvertakesNothing()
    {
        await PostAsync("webhooks", $$"""{"name":"other","targetUrl":"{{_receiver.Url}}/other","resource":"meetings","event":"created"}""");
        Webex.Webhooks.Faults.On("meetings.created").Reorder();

        await CreateAndDeliverAsync("a");

        Webex.Webhooks.Deliveries.Select(delivery => delivery.Status).ShouldBe([WebhookDeliveryStatus.Pending, WebhookDeliveryStatus.Delivered]);
    }

    [Fact]
    public async Task Delay_Struck_IsSentLaterByTheClock()
    {
        Webex.Webhooks.Faults.On("meetings.created").Times(1).Delay(TimeSpan.FromSeconds(30));

        await CreateAndDeliverAsync("a", "b");
        Titles.ShouldBe(["b"]);
        Clock.Advance(TimeSpan.FromSeconds(30));
        await Webex.Webhooks.DeliverDueAsync(Cancelled);

        Titles.ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task Always_OtherTopic_StrikesNothing()
    {
        Webex.Webhooks.Faults.On("meetings.deleted").Always().Drop();

        await CreateAndDeliverAsync("a");

        Titles.ShouldBe(["a"]);
    }

    private async Task CreateAndDeliverAsync(params string[] titles)
    {
        foreach (var title in titles)
        {
            await PostAsync("meetings", $$"""{"title":"{{title}}","start":"2026-03-03T10:00:00Z","end":"2026-03-03T11:00:00Z"}""");
        }

        await Webex.Webhooks.DeliverDueAsync(Cancelled);
    }
}
