using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>Every operation, with everything set, against the vendor's OpenAPI file.</summary>
public sealed class RequestContractTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static TheoryData<string> Operations => [.. Calls.Keys];

    private static Dictionary<string, Func<WebexClient, Task>> Calls { get; } = new()
    {
        ["POST meetings"] = client => client.Meetings.CreateAsync(Filled.Of<CreateMeetingRequest>(), Stop),
        ["GET meetings"] = client => Read(client.Meetings.ListAsync(Filled.Of<ListMeetingsRequest>())),
        ["GET meetings/a b"] = client => client.Meetings.GetAsync("a b", Filled.Of<GetMeetingRequest>(), Stop),
        ["PATCH meetings/1"] = client => client.Meetings.PatchAsync("1", Filled.Of<PatchMeetingRequest>(), Stop),
        ["DELETE meetings/1"] = client => client.Meetings.DeleteAsync("1", Filled.Of<DeleteMeetingRequest>(), Stop),
        ["POST meetings/1/end"] = client => client.Meetings.EndAsync("1", Filled.Of<EndMeetingRequest>(), Stop),
        ["POST meetings/join"] = client => client.Meetings.JoinAsync(Filled.Of<JoinMeetingRequest>() with { MeetingNumber = null, WebLink = null }, Stop),
        ["GET meetingPreferences"] = client => client.Preferences.GetAsync(Filled.Of<PreferencesOf>(), Stop),
        ["GET meetingPreferences/personalMeetingRoom"] = client => client.Preferences.GetPersonalMeetingRoomAsync(Filled.Of<PreferencesOf>(), Stop),
        ["GET meetingPreferences/sites"] = client => client.Preferences.GetSitesAsync(Filled.Of<PreferencesOf>(), Stop),
        ["GET meetingInvitees"] = client => Read(client.Invitees.ListAsync(Filled.Of<ListInviteesRequest>())),
        ["POST meetingInvitees"] = client => client.Invitees.CreateAsync(Filled.Of<CreateInviteeRequest>(), Stop),
        ["POST meetingInvitees/bulkInsert"] = client => client.Invitees.CreateManyAsync(Filled.Of<CreateInviteesRequest>(), Stop),
        ["GET meetingInvitees/1"] = client => client.Invitees.GetAsync("1", "host@example.com", Stop),
        ["PUT meetingInvitees/1"] = client => client.Invitees.UpdateAsync("1", Filled.Of<UpdateInviteeRequest>(), Stop),
        ["DELETE meetingInvitees/1"] = client => client.Invitees.DeleteAsync("1", Filled.Of<DeleteInviteeRequest>(), Stop),
        ["GET meetingParticipants"] = client => Read(client.Participants.ListAsync(Filled.Of<ListParticipantsRequest>())),
        ["POST meetingParticipants/query"] = client => Read(client.Participants.QueryAsync(Filled.Of<QueryParticipantsRequest>())),
        ["GET meetingParticipants/1"] = client => client.Participants.GetAsync("1", "host@example.com", Stop),
        ["GET meetings/1/registration"] = client => client.Registrants.GetFormAsync("1", Filled.Of<RegistrationOf>(), Stop),
        ["GET meetings/1/registrants"] = client => Read(client.Registrants.ListAsync(Filled.Of<ListRegistrantsRequest>() with { MeetingId = "1" })),
        ["POST meetings/1/registrants/query"] = client => Read(client.Registrants.QueryAsync(Filled.Of<QueryRegistrantsRequest>() with { MeetingId = "1" })),
        ["GET meetings/1/registrants/a b"] = client => client.Registrants.GetAsync("1", "a b", Filled.Of<RegistrationOf>(), Stop),
        ["GET people"] = client => Read(client.People.ListAsync(Filled.Of<ListPeopleRequest>())),
        ["GET people/me"] = client => client.People.GetMeAsync(true, Stop),
        ["GET people/1"] = client => client.People.GetAsync("1", true, Stop),
        ["GET webhooks"] = client => Read(client.Webhooks.ListAsync(Filled.Of<ListWebhooksRequest>())),
        ["POST webhooks"] = client => client.Webhooks.CreateAsync(Filled.Of<CreateWebhookRequest>(), Stop),
        ["GET webhooks/1"] = client => client.Webhooks.GetAsync("1", Stop),
        ["PUT webhooks/1"] = client => client.Webhooks.UpdateAsync("1", Filled.Of<UpdateWebhookRequest>(), Stop),
        ["DELETE webhooks/1"] = client => client.Webhooks.DeleteAsync("1", Stop),
        ["GET authorizations/tokenExpiry"] = client => client.Authorizations.GetTokenExpiryAsync(Stop),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithEverythingSet_AgreesWithTheSpecification(string operation)
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}");

        await Calls[operation](host.Client);

        var sent = host.Webex.Last;
        $"{sent.Method} {Uri.UnescapeDataString(sent.Path)}".ShouldBe(operation);
        Referee.Check(sent, partial: operation == "POST meetings/join");
        sent.Headers["Authorization"].ShouldBe("Bearer " + WebexHost.Token);
        sent.Headers["TrackingID"].ShouldNotBeNullOrWhiteSpace();
    }

    public static TheoryData<string> RawLists => [.. Raw.Keys];

    private static Dictionary<string, Func<WebexClient, VendorPageable<ReadOnlyMemory<byte>>>> Raw { get; } = new()
    {
        ["GET meetingInvitees"] = client => client.Invitees.ListRawAsync(Filled.Of<ListInviteesRequest>()),
        ["GET meetingParticipants"] = client => client.Participants.ListRawAsync(Filled.Of<ListParticipantsRequest>()),
        ["GET meetings/1/registrants"] = client => client.Registrants.ListRawAsync(Filled.Of<ListRegistrantsRequest>() with { MeetingId = "1" }),
    };

    [Theory]
    [MemberData(nameof(RawLists))]
    public async Task RawRequest_WithEverythingSet_IsThatOfTheTypedList(string operation)
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}").Answer("{}");

        await Calls[operation](host.Client);
        var typed = host.Webex.Last;
        await Read(Raw[operation](host.Client));

        var raw = host.Webex.Last;
        Referee.Check(raw);
        (raw.Method, raw.Address).ShouldBe((typed.Method, typed.Address));
        raw.Headers.Where(static header => header.Key != "TrackingID").ShouldBe(typed.Headers.Where(static header => header.Key != "TrackingID"), ignoreOrder: true);
    }

    [Fact]
    public async Task Join_Always_AsksForLinksInsteadOfARedirect()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("meeting-join.200");

        var links = await host.Client.Meetings.JoinAsync(new JoinMeetingRequest { MeetingNumber = "123" }, Stop);

        host.Webex.Last.Json.GetProperty("joinDirectly").GetBoolean().ShouldBeFalse();
        links.Expiration.ShouldBe(new DateTimeOffset(2022, 5, 30, 9, 44, 8, TimeSpan.Zero));
        links.ToString().ShouldNotContain("https");
    }

    [Fact]
    public async Task Join_WithTwoNames_Throws()
    {
        await using var host = new WebexHost();
        var request = new JoinMeetingRequest { MeetingNumber = "123", MeetingId = "1" };

        var exception = await Should.ThrowAsync<ArgumentException>(() => host.Client.Meetings.JoinAsync(request, Stop));

        exception.Message.ShouldContain("exactly one");
        host.Webex.Sent.ShouldBeEmpty();
    }

    private static async Task Read<T>(VendorPageable<T> list)
    {
        await foreach (var _ in list.WithCancellation(Stop))
        {
        }
    }
}
