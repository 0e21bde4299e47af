using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Http;
using Support.Sdk.Testing;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Emulated;

/// <summary>A webinar and its people, read from the emulator over real HTTP.</summary>
public sealed class EmulatedWebinarTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly ListWebinarsRequest Range = new() { From = WebexHost.Now.AddDays(-30), To = WebexHost.Now.AddDays(30) };

    [Fact]
    public async Task Webinar_FromTheListToItsPeople_IsRead()
    {
        await using var world = await World.StartAsync(new WebinarSeed { Title = "Held", Start = WebexHost.Now.AddDays(-1), Registrants = 25, Invitees = 12, Panelists = 2, Attendees = 8 });
        var client = world.Client;

        var webinar = (await client.Webinars.ListAsync(Range).ToListAsync(Stop)).ShouldHaveSingleItem();
        (webinar.Title, webinar.State, webinar.ScheduledType).ShouldBe(("Held", MeetingState.Expired, ScheduledType.Webinar));
        var held = (await client.Webinars.ListHeldAsync(Range).ToListAsync(Stop)).ShouldHaveSingleItem();
        held.MeetingSeriesId.ShouldBe(webinar.Id);
        (await client.Webinars.GetAsync(held.Id, cancellationToken: Stop)).State.ShouldBe(MeetingState.Ended);

        var form = await client.Registrants.GetFormAsync(webinar.Id, cancellationToken: Stop);
        form.RequireJobTitle.ShouldBe(true);
        var registrants = await client.Registrants.ListAsync(new ListRegistrantsRequest { MeetingId = webinar.Id }).ToListAsync(Stop);
        registrants.Count.ShouldBe(25);
        registrants.ShouldAllBe(registrant => registrant.CustomizedQuestions!.Select(static answers => answers.QuestionId).SequenceEqual(form.CustomizedQuestions!.Select(static question => question.Id)));
        (await client.Registrants.GetAsync(webinar.Id, registrants[7].Id, cancellationToken: Stop)).Email.ShouldBe(registrants[7].Email);
        (await client.Registrants.QueryAsync(new QueryRegistrantsRequest { MeetingId = webinar.Id, Emails = [registrants[3].Email!] }).ToListAsync(Stop))
            .ShouldHaveSingleItem().Id.ShouldBe(registrants[3].Id);

        (await client.Invitees.ListAsync(new ListInviteesRequest { MeetingId = webinar.Id, Panelist = true }).ToListAsync(Stop)).Count.ShouldBe(2);
        var participants = await client.Participants.ListAsync(new ListParticipantsRequest { MeetingId = held.Id }).ToListAsync(Stop);
        participants.Count.ShouldBe(9);
        participants.ShouldAllBe(static participant => participant.LeftTime > participant.JoinedTime && participant.Devices!.Count == 1);
        (await client.Participants.GetAsync(participants[4].Id, cancellationToken: Stop)).Email.ShouldBe(participants[4].Email);
        (await client.Participants.QueryAsync(new QueryParticipantsRequest { MeetingId = held.Id, Emails = [participants[4].Email!] }).ToListAsync(Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Raw_OverManyPages_IsTheTypedListInItsOrder()
    {
        await using var world = await World.StartAsync(new WebinarSeed { Start = WebexHost.Now.AddDays(-1), Registrants = 1_234 });
        var request = new ListRegistrantsRequest { MeetingId = world.Webinar.SeriesId, PageSize = 100 };

        var typed = await world.Client.Registrants.ListAsync(request).ToListAsync(Stop);
        var ids = new List<string>();
        await foreach (var item in world.Client.Registrants.ListRawAsync(request).WithCancellation(Stop))
        {
            ids.Add(IdOf(item));
        }

        ids.ShouldBe(typed.Select(static registrant => registrant.Id));
        ids.Distinct().Count().ShouldBe(1_234);
        world.Webex.Requests.Matching("GET", "/v1/meetings/{id}/registrants").Count.ShouldBe(26);
    }

    [Fact]
    public async Task Raw_CutInTheMiddle_GoesOnFromItsToken()
    {
        await using var world = await World.StartAsync(new WebinarSeed { Start = WebexHost.Now.AddDays(-1), Registrants = 350 });
        world.Webex.Faults.On("GET", "/v1/meetings/{id}/registrants").Nth(3).CutAfterCommit();
        var list = world.Client.Registrants.ListRawAsync(new ListRegistrantsRequest { MeetingId = world.Webinar.SeriesId, PageSize = 100 });
        var (ids, token) = (new List<string>(), (string?)null);

        async Task ReadAsync()
        {
            await foreach (var page in list.AsPages(token, Stop))
            {
                ids.AddRange(page.Items.Select(IdOf));
                token = page.ContinuationToken;
            }
        }

        await Should.ThrowAsync<SupportConnectionException>(ReadAsync);
        ids.Count.ShouldBe(200);
        await ReadAsync();

        ids.Distinct().Count().ShouldBe(350);
        ids.Count.ShouldBe(350);
    }

    private static string IdOf(ReadOnlyMemory<byte> item)
    {
        using var document = JsonDocument.Parse(item);
        return document.RootElement.GetProperty("id").GetString()!;
    }

    private sealed class World(WebexEmulator webex, EmulatedWebinar webinar, ServiceProvider services) : IAsyncDisposable
    {
        public WebexEmulator Webex => webex;

        public EmulatedWebinar Webinar => webinar;

        public WebexClient Client => services.GetRequiredService<WebexClient>();

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

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await webex.DisposeAsync();
        }
    }
}
