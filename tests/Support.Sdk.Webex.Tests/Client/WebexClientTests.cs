using System.Net;
using Support.Sdk.Failures;
using Support.Sdk.Http;
using Support.Sdk.Tokens;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;

namespace Support.Sdk.Webex.Tests.Client;

public sealed class WebexClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Patch_TellsAbsentFromNull()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}").Answer("{}");

        await host.Client.Meetings.PatchAsync("1", new PatchMeetingRequest { Agenda = null, TrackingCodes = Clearable<IReadOnlyList<TrackingCode>>.Cleared }, Stop);
        await host.Client.Meetings.PatchAsync("1", new PatchMeetingRequest { Title = "new", Recurrence = "FREQ=DAILY;COUNT=2" }, Stop);

        host.Webex.Sent.First().Body.ShouldBe("""{"agenda":null,"trackingCodes":null}""");
        host.Webex.Last.Json.EnumerateObject().Select(static property => property.Name).Order().ShouldBe(["recurrence", "title"]);
        host.Webex.Last.ContentType.ShouldBe("application/json; charset=utf-8");
    }

    [Fact]
    public async Task Patch_WithAnotherContentType_SendsIt()
    {
        await using var host = new WebexHost(static options => options.PatchContentType = "application/json-patch+json");
        host.Webex.Answer("{}");

        await host.Client.Meetings.PatchAsync("1", new PatchMeetingRequest(), Stop);

        host.Webex.Last.ContentType.ShouldBe("application/json-patch+json");
    }

    [Fact]
    public async Task Get_WithTimezoneAndPassword_SendsThemAsHeaders()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}");

        await host.Client.Meetings.GetAsync("1", new GetMeetingRequest { Timezone = "Europe/Paris", Password = "p" }, Stop);

        host.Webex.Last.Headers["timezone"].ShouldBe("Europe/Paris");
        host.Webex.Last.Headers["password"].ShouldBe("p");
        host.Webex.Last.Address.Query.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithALineBreakInTheTimezone_Throws()
    {
        await using var host = new WebexHost();

        await Should.ThrowAsync<ArgumentException>(() => host.Client.Meetings.GetAsync("1", new GetMeetingRequest { Timezone = "UTC\r\nX-Evil: 1" }, Stop));
    }

    [Fact]
    public async Task People_ByIds_AreOneParameter()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[]}""");

        await host.Client.People.ListAsync(new ListPeopleRequest { Ids = ["a", "b"] }).ToListAsync(Stop);

        host.Webex.Last.Query["id"].ShouldBe("a,b");
    }

    [Fact]
    public async Task Item_WithUnknownValuesAndFailedFields_IsRead()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[{"id":"1","state":"paused","meetingType":7,"start":"rubbish","end":"1970-01-01T00:00:00.000Z","novelty":{"a":1},"joinBeforeHostMinutes":"15","errors":{"title":{"code":"kms_failure","reason":"no key"}}}]}""");

        var meeting = (await host.Client.Meetings.ListAsync().ToListAsync(Stop)).Single();

        meeting.State.Value.ShouldBe("paused");
        meeting.MeetingType.Value.ShouldBe("7");
        meeting.Start.ShouldBeNull();
        meeting.End.ShouldBeNull();
        meeting.Title.ShouldBeNull();
        meeting.JoinBeforeHostMinutes.ShouldBe(15);
        meeting.Errors!["title"].ShouldBe(new FieldFailure("kms_failure", "no key"));
        meeting.AdditionalProperties!["novelty"].GetProperty("a").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(423)]
    public async Task Create_TurnedAwayWithRetryAfter_IsRepeatedAfterIt(int status)
    {
        await using var host = new WebexHost(static options => options.Http.MaxRetries = 1);
        host.Webex.Answer("{}", (HttpStatusCode)status, ("Retry-After", "2")).AnswerSample("meeting-create.200");

        var call = host.Client.Meetings.CreateAsync(CreateMeetingRequest.AdHoc("room"), Stop);
        while (!host.Clock.DueTimes.Any(static due => due - WebexHost.Now is { TotalSeconds: >= 2 and < 3 }))
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        host.Clock.Advance(TimeSpan.FromSeconds(3));
        var meeting = await call;

        meeting.Id.ShouldBe("870f51ff287b41be84648412901e0402");
        host.Webex.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Create_AnswerLost_IsNotRepeated()
    {
        await using var host = new WebexHost(static options => (options.Http.MaxRetries, options.Http.BaseDelay) = (3, TimeSpan.Zero));
        host.Webex.Then(static _ => throw new IOException("cut"));

        var failure = await Should.ThrowAsync<SupportConnectionException>(() => host.Client.Meetings.CreateAsync(CreateMeetingRequest.AdHoc("room"), Stop));

        failure.MayHaveBeenReceived.ShouldBeTrue();
        host.Webex.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refusal_SaysWhatTheServiceSaid()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("meeting-invitee-create.409.error", HttpStatusCode.Conflict);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Invitees.CreateAsync(new CreateInviteeRequest(), Stop));

        failure.Kind.ShouldBe(FailureKind.Conflict);
        failure.TrackingId.ShouldBe("8E12317727354470B5258F5B28D93FB9_1562296858685");
        failure.Errors.Single().Message.ShouldBe("User is already a meeting invitee.");
    }

    [Fact]
    public async Task Refusal_WithoutABody_HasTheTrackingIdOfTheHeader()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("<html>bad gateway</html>", HttpStatusCode.BadGateway, ("trackingId", "NA_1"));

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.People.GetMeAsync(cancellationToken: Stop));

        failure.TrackingId.ShouldBe("NA_1");
        failure.Kind.ShouldBe(FailureKind.Transient);
    }

    [Fact]
    public async Task TokenExpiry_IsReadFromMilliseconds()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"exp":1772442000000}""");

        (await host.Client.Authorizations.GetTokenExpiryAsync(Stop)).ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1772442000000));
    }

    [Fact]
    public async Task ForUser_UsesTheTokensOfThatUser()
    {
        await using var host = new WebexHost(static options => (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "C1", "s"));
        await host.Tokens.TrySaveAsync(new TokenKey("webex", "", "anna"), new OAuthTokens("annas", WebexHost.Now.AddDays(1)), 0, Stop);
        host.Webex.Answer("{}");

        await host.Client.ForUser("anna").People.GetMeAsync(cancellationToken: Stop);

        host.Webex.Last.Headers["Authorization"].ShouldBe("Bearer annas");
    }

    [Fact]
    public async Task Refresh_GivingTheSameTokensBack_IsUsedAsItIs()
    {
        await using var host = new WebexHost(static options => (options.AccessToken, options.ClientId, options.ClientSecret) = (null, "C1", "s"));
        await host.Tokens.TrySaveAsync(new TokenKey("webex", ""), new OAuthTokens("same", WebexHost.Now.AddSeconds(-1), "refresh"), 0, Stop);
        host.TokenEndpoint.Answer("""{"access_token":"same","expires_in":600,"refresh_token":"refresh","refresh_token_expires_in":7776000}""");
        host.Webex.Answer("{}").Answer("{}");

        await host.Client.People.GetMeAsync(cancellationToken: Stop);
        await host.Client.People.GetMeAsync(cancellationToken: Stop);

        host.TokenEndpoint.Sent.ShouldHaveSingleItem().Address.ShouldBe(new Uri("https://webexapis.com/v1/access_token"));
        host.TokenEndpoint.Last.Body.ShouldBe("grant_type=refresh_token&client_id=C1&client_secret=s&refresh_token=refresh");
    }

    [Fact]
    public async Task SendRaw_OfWhatTheClientDoesNotCover_GoesThroughThePipeline()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}", HttpStatusCode.Found, ("Location", "https://elsewhere.example.com/"));

        using var response = await host.Client.SendRawAsync(new HttpRequestMessage(HttpMethod.Get, "rooms"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        host.Webex.Last.Address.ShouldBe(new Uri("https://webexapis.com/v1/rooms"));
    }

    [Fact]
    public async Task Secrets_AreInNoLogAndNoText()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("meeting-create.200").AnswerSample("meeting-preferences.200")
            .Answer($$"""{"message":"token {{WebexHost.Token}}","password":"BgJep@43"}""", HttpStatusCode.BadRequest);
        var request = CreateMeetingRequest.AdHoc("room") with { Password = "BgJep@43", PanelistPassword = "panel-secret" };

        var meeting = await host.Client.Meetings.CreateAsync(request, Stop);
        var preferences = await host.Client.Preferences.GetAsync(cancellationToken: Stop);
        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Meetings.CreateAsync(request, Stop));

        var texts = string.Join('\n', [.. host.Logs.Lines, $"{meeting} {request} {preferences} {preferences.PersonalMeetingRoom} {preferences.Audio} {failure} {failure.ResponseBody}"]);
        foreach (var secret in new[] { WebexHost.Token, "BgJep@43", "panel-secret", "12345678\"", "4325", "1314", "hostKey" })
        {
            texts.ShouldNotContain(secret);
        }
    }
}
