using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Meetings;
using Support.Sdk.Testing;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webhooks;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Webex.Tests.Emulated;

/// <summary>Client and adapters against the emulator, over real HTTP.</summary>
public sealed class EmulatedWebexTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly MeetingHost Anna = new("webex", "", "anna@example.com");

    [Fact]
    public async Task Meeting_FromOrderToDeletion_TellsTheSameStoryOnBothSides()
    {
        await using var world = await World.StartAsync();
        var order = Order("order-1");

        var access = await world.Provider.ScheduleAsync(Anna, order, Stop);
        (await world.Provider.ScheduleAsync(Anna, order, Stop)).ShouldBe(access);
        (await world.Provider.ReadAsync(Anna, access.ProviderId!, Stop))!.State.ShouldBe(ProviderMeetingState.NotStarted);

        world.Webex.Meetings.Start(access.ProviderId!);
        (await world.Provider.ReadAsync(Anna, access.ProviderId!, Stop))!.State.ShouldBe(ProviderMeetingState.Running);
        (await world.Provider.DeleteAsync(Anna, access.ProviderId!, Stop)).ShouldBe(MeetingDeletion.Running);

        var second = await world.Provider.ScheduleAsync(Anna, Order("order-2"), Stop);
        (await world.Provider.DeleteAsync(Anna, second.ProviderId!, Stop)).ShouldBe(MeetingDeletion.Deleted);
        (await world.Provider.DeleteAsync(Anna, second.ProviderId!, Stop)).ShouldBe(MeetingDeletion.AlreadyGone);
        (await world.Provider.ReadAsync(Anna, second.ProviderId!, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Schedule_CutAfterTheCommit_LeavesOneMeeting()
    {
        await using var world = await World.StartAsync();
        world.Webex.Faults.On("POST", "/v1/meetings").Once().CutAfterCommit();

        var access = await world.Provider.ScheduleAsync(Anna, Order("order-1"), Stop);

        var meetings = await world.Client.Meetings.ListAsync(new ListMeetingsRequest { IntegrationTag = "order-1" }).ToListAsync(Stop);
        meetings.ShouldHaveSingleItem().Id.ShouldBe(access.ProviderId);
    }

    [Fact]
    public async Task Check_OfAUserWithARoom_FindsNothingInTheWay()
    {
        await using var world = await World.StartAsync();

        var facts = await world.Provider.CheckAsync(Anna, MeetingPrerequisites.Met, Stop);

        facts.ShouldBe(MeetingPrerequisites.Met with { MinimumDuration = TimeSpan.FromMinutes(10), MaximumDuration = new TimeSpan(23, 59, 0) });
        (await world.Provider.FindPersonalRoomAsync(Anna, Stop))!.JoinLink.ShouldBe(world.Anna.PersonalRoomLink);
        (await world.Client.People.GetMeAsync(cancellationToken: Stop)).Emails.ShouldBe(["anna@example.com"]);
    }

    [Fact]
    public async Task Check_AfterConsentWasWithdrawn_SaysSo()
    {
        await using var world = await World.StartAsync();
        world.Webex.RevokeTokens(world.Anna);

        (await world.Provider.CheckAsync(Anna, MeetingPrerequisites.Met, Stop)).ReauthorizationRequired.ShouldBeTrue();
    }

    [Fact]
    public async Task Webhooks_OfAMeetingHeld_AreReportedWithItsSeries()
    {
        await using var world = await World.StartAsync();
        await world.Client.Webhooks.EnsureMeetingWebhooksAsync(new Uri("https://support.example.com/webex"), cancellationToken: Stop);
        (await world.Client.Webhooks.EnsureMeetingWebhooksAsync(new Uri("https://support.example.com/webex"), cancellationToken: Stop)).Count.ShouldBe(4);
        (await world.Client.Webhooks.ListAsync().ToListAsync(Stop)).Count.ShouldBe(4);
        var access = await world.Provider.ScheduleAsync(Anna, Order("order-1"), Stop);

        world.Webex.Meetings.Start(access.ProviderId!);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        world.Webex.Meetings.End(access.ProviderId!);
        await world.Webex.Webhooks.DeliverDueAsync(Stop);

        world.Receiver.Results.ShouldAllBe(static result => result.Disposition == WebhookDisposition.Applied);
        world.Reports.Received.Select(static report => (report.ProviderId, report.Kind)).ShouldBe(
            [(access.ProviderId!, ProviderReportKind.Started), (access.ProviderId!, ProviderReportKind.Ended)], ignoreOrder: true);
    }

    private static MeetingOrder Order(string key) => new(
        key,
        new WorkItemRef("zendesk", "acme", "35436"),
        new MeetingPlan("Case 35436", WebexHost.Now.AddHours(1), TimeSpan.FromHours(1), "Europe/Paris", WebexHost.Now, []));

    private sealed class World : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        private World(WebexEmulator webex, ManualTimeProvider clock, HookReceiver receiver)
        {
            (Webex, Clock, Receiver) = (webex, clock, receiver);
            Anna = webex.AddUser("anna@example.com", "Anna Adams");
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IMeetingReports>(Reports);
            services.AddWebex(options =>
            {
                options.BaseAddress = webex.ApiAddress;
                options.AccessToken = Anna.AccessToken;
                options.WebhookSecrets.Add(WebexHost.WebhookSecret);
                options.Http.MaxRetries = 0;
            });
            _services = services.BuildServiceProvider();
            receiver.Target = _services.GetRequiredKeyedService<IWebhookReceiver>("webex");
        }

        public WebexEmulator Webex { get; }

        public ManualTimeProvider Clock { get; }

        public HookReceiver Receiver { get; }

        public WebexUser Anna { get; }

        public RecordedReports Reports { get; } = new();

        public WebexClient Client => _services.GetRequiredService<WebexClient>();

        public IMeetingProvider Provider => _services.GetRequiredKeyedService<IMeetingProvider>("webex");

        public static async Task<World> StartAsync()
        {
            var clock = new ManualTimeProvider(WebexHost.Now);
            var receiver = new HookReceiver();
            var options = new WebexEmulatorOptions { TimeProvider = clock };
            options.Webhooks.Handler = receiver;
            return new World(await WebexEmulator.StartAsync(options, Stop), clock, receiver);
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await Webex.DisposeAsync();
        }
    }

    /// <summary>Stands for the host's endpoint: hands what arrives to the receiver.</summary>
    private sealed class HookReceiver : HttpMessageHandler
    {
        public IWebhookReceiver? Target { get; set; }

        public List<WebhookResult> Results { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = request.Headers.ToDictionary(static header => header.Key, static header => header.Value.First(), StringComparer.OrdinalIgnoreCase);
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Results.Add(await Target!.ReceiveAsync("", new WebhookRequest(headers, body), cancellationToken));
            return new HttpResponseMessage(System.Net.HttpStatusCode.OK);
        }
    }
}
