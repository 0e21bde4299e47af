using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Http;
using Support.Sdk.Testing;
using Support.Sdk.Webex.Webinars;
using Support.Sdk.Webinars;

namespace Support.Sdk.Webex.Tests.Emulated;

/// <summary>The source of the import against the emulator, over real HTTP.</summary>
public sealed class EmulatedWebinarSourceTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webinar_FromTheListToItsPeople_IsRead()
    {
        var seed = new WebinarSeed { Title = "Held", Start = WebexHost.Now.AddDays(-1), Registrants = 350, Invitees = 120, Attendees = 230 };
        await using var world = await World.StartAsync(seed);

        var listed = (await world.Source.ListAsync("", WebexHost.Now.AddDays(-7), WebexHost.Now.AddDays(7), Stop).ToListAsync(Stop)).ShouldHaveSingleItem();
        listed.ShouldBe(new WebinarSummary(world.Webinar.SeriesId, "Held", seed.Start, seed.Start + seed.Duration));
        (await world.Source.FindAsync("", listed.Id, Stop)).ShouldBe(listed);
        (await world.Source.FindAsync("", world.Webinar.InstanceId!, Stop)).ShouldBeNull();
        (await world.Source.FindAsync("", "00000000000000000000000000000000", Stop)).ShouldBeNull();

        // Of each hundred, five are rejected.
        var registrants = await world.ReadAsync(ParticipantKind.Registrant);
        registrants.Count.ShouldBe(350 - 15);
        registrants.Select(static one => one.GetProperty("status").GetString()).Distinct().Order().ShouldBe(["approved", "pending"]);
        registrants.Select(static one => one.GetProperty("registrationTime").GetString()).ShouldBeInOrder();
        (await world.ReadAsync(ParticipantKind.Invitee)).Count.ShouldBe(120);

        // The host takes part as well.
        var attendees = await world.ReadAsync(ParticipantKind.Attendee);
        attendees.Count.ShouldBe(231);
        attendees.Select(static one => one.GetProperty("id").GetString()).Distinct().Count().ShouldBe(231);
    }

    [Fact]
    public async Task Read_OfAPageThatIsCut_GivesEverythingBeforeIt()
    {
        await using var world = await World.StartAsync(new WebinarSeed { Start = WebexHost.Now.AddDays(-1), Registrants = 350, PendingPercent = 0, RejectedPercent = 0 });
        world.Webex.Faults.On("GET", "/v1/meetings/{id}/registrants").Nth(3).CutAfterCommit();
        var read = 0;

        await Should.ThrowAsync<SupportConnectionException>(async () =>
        {
            await foreach (var _ in world.Source.ReadAsync("", world.Webinar.SeriesId, ParticipantKind.Registrant, Stop))
            {
                read++;
            }
        });

        read.ShouldBe(200);
    }

    private sealed class World(WebexEmulator webex, EmulatedWebinar webinar, ServiceProvider services) : IAsyncDisposable
    {
        public WebexEmulator Webex => webex;

        public EmulatedWebinar Webinar => webinar;

        public WebexClient Client => services.GetRequiredService<WebexClient>();

        public IWebinarSource Source => services.GetRequiredKeyedService<IWebinarSource>("webex");

        public static async Task<World> StartAsync(WebinarSeed seed)
        {
            var clock = new ManualTimeProvider(WebexHost.Now);
            var webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = clock }, Stop);
            var host = webex.AddUser("host@example.com", "Hanna Host", new WebexUserSeed { WebinarLicense = true });
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(clock);
            services.AddWebex(options =>
            {
                options.BaseAddress = webex.ApiAddress;
                options.AccessToken = host.AccessToken;
                options.Http.MaxRetries = 0;
            });

            return new World(webex, webex.AddWebinar(host, seed), services.BuildServiceProvider());
        }

        public async Task<List<JsonElement>> ReadAsync(ParticipantKind kind)
        {
            var read = new List<JsonElement>();
            await foreach (var item in Source.ReadAsync("", webinar.SeriesId, kind, Stop))
            {
                using var document = JsonDocument.Parse(item);
                read.Add(document.RootElement.Clone());
            }

            return read;
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await webex.DisposeAsync();
        }
    }
}
