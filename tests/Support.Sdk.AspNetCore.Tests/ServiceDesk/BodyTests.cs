using System.Net;
using System.Text;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class BodyTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("POST", "sessions", "", "body")]
    [InlineData("POST", "sessions", "{", "body")]
    [InlineData("POST", "sessions", "[]", "body")]
    [InlineData("POST", "sessions", "null", "body")]
    [InlineData("POST", "sessions", "{}", "channel")]
    [InlineData("POST", "sessions", """{"channel":null}""", "channel")]
    [InlineData("POST", "sessions", """{"channel":7}""", "channel")]
    [InlineData("POST", "sessions", """{"channel":"a","channel":"b"}""", "body")]
    [InlineData("POST", "sessions", """{"channel":"network","id":{}}""", "id")]
    [InlineData("POST", "sessions/1/assign", """{"technician":[]}""", "technician")]
    [InlineData("POST", "sessions/1/notes", """{"noteId":"n"}""", "text")]
    [InlineData("POST", "channels", """{"id":"a","name":"A","settings":{"timeOutSeconds":"long"}}""", "settings.timeOutSeconds")]
    [InlineData("POST", "channels", """{"id":"a","name":"A"}""", "settings")]
    [InlineData("PUT", "channels/network/settings", """{"timeOutSeconds":1.5}""", "timeOutSeconds")]
    [InlineData("PUT", "channels/network/members/bob", """{"isManager":"yes"}""", "isManager")]
    [InlineData("POST", "end-user/enter", """{"pin":123456}""", "pin")]
    public async Task Send_MalformedJson_Is400AndNamesTheField(string method, string path, string body, string field) =>
        (await (await _desk.As("alice").CommandAsync(path, body, method: new(method))).ProblemAsync(HttpStatusCode.BadRequest, ServiceDeskRefusals.Malformed)).Field.ShouldBe(field);

    [Theory]
    [InlineData("POST", "sessions", """{"channel":"NETWORK"}""", "channel")]
    [InlineData("POST", "sessions", """{"channel":"network","id":" "}""", "id")]
    [InlineData("POST", "sessions/1/assign", """{"technician":""}""", "technician")]
    [InlineData("POST", "sessions/1/invite", """{"technician":"a\u0001"}""", "technician")]
    [InlineData("POST", "sessions/1/transfer", "{}", "technician")]
    [InlineData("POST", "sessions/1/transfer", """{"technician":"a","channel":"b"}""", "technician")]
    [InlineData("POST", "sessions/1/request-access", """{"requestId":""}""", "requestId")]
    [InlineData("POST", "channels", """{"id":"A","name":"A","settings":{"timeOutSeconds":60}}""", "id")]
    [InlineData("POST", "channels", """{"id":"a","name":"A","settings":{"timeOutSeconds":0}}""", "settings.timeOutSeconds")]
    [InlineData("PUT", "channels/network/settings", """{"timeOutSeconds":9223372036854775807}""", "timeOutSeconds")]
    [InlineData("PUT", "channels/network/settings", """{"timeOutSeconds":60,"consentTimeOutSeconds":-1}""", "consentTimeOutSeconds")]
    [InlineData("PUT", "channels/network/settings", """{"timeOutSeconds":60,"capacity":100001}""", "capacity")]
    [InlineData("PUT", "channels/network/members/%20", "{}", "technician")]
    [InlineData("POST", "end-user/enter", "{}", "pin")]
    [InlineData("POST", "end-user/enter", """{"pin":"1","link":"2"}""", "pin")]
    public async Task Send_ImpossibleValue_Is422AndNamesTheField(string method, string path, string body, string field) =>
        (await (await _desk.As("alice").CommandAsync(path, body, method: new(method))).ProblemAsync(HttpStatusCode.UnprocessableEntity, ServiceDeskRefusals.InvalidValue)).Field.ShouldBe(field);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_TooLarge_Is413WhetherOrNotTheLengthIsSaid(bool saysLength)
    {
        var session = await _desk.CreateAsync();
        var bytes = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 70_000)}}"}""");
        using var content = new StreamContent(new MemoryStream(bytes));
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, $"sessions/{session.Id}/notes") { Content = content };
        request.Headers.TransferEncodingChunked = !saysLength;
        var problem = await (await _desk.As("alice").SendAsync(request, Desk.Token)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, ServiceDeskRefusals.BodyTooLarge);
        problem.Values!["maximum"].ShouldBe("65536");
    }

    [Fact]
    public async Task Send_Form_Is415()
    {
        using var form = new FormUrlEncodedContent([new("channel", "network")]);
        (await _desk.As("alice").PostAsync("sessions", form, Desk.Token)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Send_OptionalBodyLeftOut_IsAccepted()
    {
        var session = await _desk.CreateAsync();
        await _desk.LaunchAsync(session.Id);
        (await _desk.As("alice").CommandAsync($"sessions/{session.Id}/request-access")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Requirement("SES-02")]
    public async Task Channel_MadeNamedConfiguredJoinedAndRemoved_AnswersEachTime()
    {
        var root = _desk.As("root", SessionPermissions.Administer);
        var response = await root.CommandAsync("channels", """{"id":"it","name":"IT","settings":{"timeOutSeconds":90,"capacity":1}}""");
        var made = await response.ReadAsync<ServiceDeskChannel>(HttpStatusCode.Created);
        response.Headers.Location!.OriginalString.ShouldBe("/service-desk/channels/it");
        made.Settings.ShouldBe(new() { TimeOutSeconds = 90, ConsentTimeOutSeconds = 60, Capacity = 1 });
        made.Action("Rename")!.Refusal.ShouldBeNull();
        await (await root.CommandAsync("channels", """{"id":"it2","name":"it","settings":{"timeOutSeconds":90}}""")).ProblemAsync(HttpStatusCode.Conflict, ChannelRefusals.NameTaken);

        (await PutAsync("name", """{"name":"Help"}""")).Name.ShouldBe("Help");
        await (await root.CommandAsync("channels/it/name", """{"name":""}""", method: HttpMethod.Put)).ProblemAsync(HttpStatusCode.UnprocessableEntity, ChannelRefusals.NameInvalid);
        (await PutAsync("settings", """{"timeOutSeconds":60,"consentTimeOutSeconds":30,"capacity":1}""")).Settings.ConsentTimeOutSeconds.ShouldBe(30);
        (await PutAsync("members/bob", """{"canRelease":true,"isManager":true}""")).Members.Single().ShouldBe(new() { Technician = "bob", CanRelease = true, IsManager = true });

        await _desk.CreateAsync("bob", "it");
        await (await _desk.As("bob").CommandAsync("sessions", """{"channel":"it"}""")).ProblemAsync(HttpStatusCode.Conflict, SessionRefusals.ChannelFull);
        await (await _desk.As("bob").DeleteAsync("channels/it", Desk.Token)).ProblemAsync(HttpStatusCode.Forbidden, ChannelRefusals.AdministratorRequired);
        (await _desk.As("bob").DeleteAsync("channels/it/members/bob", Desk.Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await root.GetAsync("channels/it", Desk.Token)).ReadAsync<ServiceDeskChannel>()).Members.ShouldBeEmpty();
        (await root.DeleteAsync("channels/it", Desk.Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await root.GetAsync("channels/it", Desk.Token)).ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound);

        async Task<ServiceDeskChannel> PutAsync(string what, string body) => await (await root.CommandAsync($"channels/it/{what}", body, method: HttpMethod.Put)).ReadAsync<ServiceDeskChannel>();
    }

    [Theory]
    [InlineData("fr", "fr", "n’existe pas")]
    [InlineData("fr-CA", "fr", "n’existe pas")]
    [InlineData("de,fr;q=0.5,en;q=0.1", "fr", "n’existe pas")]
    [InlineData("fr;q=0,en", "en", "There is no")]
    [InlineData("en;q=0.4,fr;q=0.6", "fr", "n’existe pas")]
    [InlineData("de", "en", "There is no")]
    [InlineData("*", "en", "There is no")]
    public async Task Refusal_AcceptLanguage_IsInThatLanguage(string accepted, string language, string text)
    {
        var response = await _desk.As("alice").Speaking(accepted).GetAsync("channels/none", Desk.Token);
        (await response.ProblemAsync(HttpStatusCode.NotFound, ChannelRefusals.NotFound)).Detail!.ShouldContain(text);
        response.Content.Headers.ContentLanguage.ShouldBe([language]);
        response.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task Actions_InFrench_GiveTheirReasonsInFrench()
    {
        var session = await _desk.CreateAsync();
        var seen = await (await _desk.As("alice").Speaking("fr").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>();
        var english = await (await _desk.As("alice").GetAsync($"sessions/{session.Id}", Desk.Token)).ReadAsync<ServiceDeskSession>();
        seen.Action("Connect")!.Refusal!.Code.ShouldBe(english.Action("Connect")!.Refusal!.Code);
        seen.Action("Connect")!.Refusal!.Text.ShouldNotBe(english.Action("Connect")!.Refusal!.Text);
    }
}
