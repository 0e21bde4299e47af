using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Faults;
using Support.Sdk.Emulators.Tests.Webex;

namespace Support.Sdk.Emulators.Tests.Faults;

public sealed class FaultTests : WebexTest
{
    private const string Meeting = """{"title":"t","start":"2026-03-03T10:00:00Z","end":"2026-03-03T11:00:00Z"}""";

    public static TheoryData<RetryAfter, string?> RetryAfterForms => new()
    {
        { RetryAfter.Seconds(30), "30" },
        { RetryAfter.Seconds(0), "0" },
        { RetryAfter.DateIn(TimeSpan.FromSeconds(90)), "Mon, 02 Mar 2026 09:01:30 GMT" },
        { RetryAfter.Malformed, "rand(30),add(30)" },
        { RetryAfter.Absurd, "99999999999999999999" },
        { "soon", "soon" },
        { RetryAfter.Missing, null },
    };

    [Theory]
    [MemberData(nameof(RetryAfterForms))]
    public async Task Respond_EachRetryAfter_IsSentAsItStands(RetryAfter form, string? expected)
    {
        Webex.Faults.On("GET", "/v1/people/me").Respond(429, form);

        var reply = await GetAsync("people/me");

        reply.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        reply.Headers.GetValueOrDefault("Retry-After").ShouldBe(expected);
        reply["trackingId"].ShouldNotBeEmpty("the body is the vendor's own");
    }

    [Fact]
    public async Task Respond_Times_StrikesSoOftenAndChangesNothing()
    {
        var fault = Webex.Faults.On("POST", "/v1/meetings").Times(2).Respond(503);

        (await PostAsync("meetings", Meeting)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await PostAsync("meetings", Meeting)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await PostAsync("meetings", Meeting)).Status.ShouldBe(HttpStatusCode.OK);

        (await CountAsync()).ShouldBe(1);
        (fault.Struck, fault.Exhausted).ShouldBe((2, true));
    }

    [Fact]
    public async Task RespondAfterCommit_Struck_KeepsTheChange()
    {
        Webex.Faults.On("POST", "/v1/meetings").RespondAfterCommit(502);

        (await PostAsync("meetings", Meeting)).Status.ShouldBe(HttpStatusCode.BadGateway);

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CutBeforeCommit_Struck_ResetsAndNothingHappened()
    {
        Webex.Faults.On("POST", "/v1/meetings").CutBeforeCommit();

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync("meetings", Meeting));

        (await CountAsync()).ShouldBe(0);
        Webex.Requests.First().ToString().ShouldBe("POST /v1/meetings -> no answer (POST /v1/meetings: CutBeforeCommit)");
    }

    [Fact]
    public async Task CutAfterCommit_Struck_ResetsAndTheChangeStays()
    {
        Webex.Faults.On("POST", "/v1/meetings").CutAfterCommit();

        await Should.ThrowAsync<HttpRequestException>(() => PostAsync("meetings", Meeting));

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MalformBody_Struck_IsNoJsonUnderTheJsonContentType()
    {
        Webex.Faults.On("GET", "/v1/people/me").MalformBody();

        await Should.ThrowAsync<System.Text.Json.JsonException>(() => GetAsync("people/me"));
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WrongContentType_Struck_SendsTheOtherTypeAndBody()
    {
        Webex.Faults.On("GET", "/v1/people/me").WrongContentType("text/html", "<html>Sign in</html>");

        var reply = await GetAsync("people/me");

        (reply.Status, reply.Headers["Content-Type"], reply.Text).ShouldBe((HttpStatusCode.OK, "text/html", "<html>Sign in</html>"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Delay_Struck_AnswersWhenTheClockSaysSo()
    {
        Webex.Faults.On("GET", "/v1/people/me").Delay(TimeSpan.FromMinutes(2));

        var pending = GetAsync("people/me");
        while (Clock.DueTimes.Count == 0)
        {
            await Task.Yield();
        }

        Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        pending.IsCompleted.ShouldBeFalse();
        Clock.Advance(TimeSpan.FromTicks(1));
        (await pending).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nth_Template_StrikesThatMatchingRequestOnly()
    {
        var first = (await PostAsync("meetings", Meeting)).Id;
        Webex.Faults.On("GET", "/v1/meetings/{meetingId}").Nth(2).Respond(500);

        (await GetAsync("meetings/" + first)).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("meetings")).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("meetings/" + first)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await GetAsync("meetings/" + first)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Faults_SeveralOnOnePath_StrikeOneAfterTheOther()
    {
        Webex.Faults.On("*", "/v1/people/me").Respond(500);
        Webex.Faults.On("GET", "/v1/*").Respond(502);
        var last = Webex.Faults.On("GET", "/v1/people/me").Always().Respond(504);

        HttpStatusCode[] seen = [(await GetAsync("people/me")).Status, (await GetAsync("people/me")).Status, (await GetAsync("people/me")).Status, (await GetAsync("people/me")).Status];
        last.Remove();

        seen.ShouldBe([HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout, HttpStatusCode.GatewayTimeout]);
        (await GetAsync("people/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(600)]
    public void Respond_StatusOutOfRange_Throws(int status) => Should.Throw<ArgumentOutOfRangeException>(() => Webex.Faults.On("GET", "/v1/x").Respond(status));

    [Fact]
    public void On_TemplateWithoutSlash_Throws() => Should.Throw<ArgumentException>(() => Webex.Faults.On("GET", "v1/x"));

    private async Task<int> CountAsync() => (await GetAsync("meetings")).Items.Count;
}
