using System.Text.Json.Nodes;

namespace Support.Sdk.ServiceDesk.Tests.Commands;

/// <summary>What goes out for each member: method, address, body, conditions.</summary>
public sealed class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?> SessionCommands => new()
    {
        { "Create", "POST /service-desk/sessions", """{"channel":"desk","id":"mine"}""" },
        { "CreateDrawn", "POST /service-desk/sessions", """{"channel":"desk"}""" },
        { "Assign", "POST /service-desk/sessions/s%2F1/assign", """{"technician":"bob"}""" },
        { "Take", "POST /service-desk/sessions/s%2F1/take", null },
        { "TransferToTechnician", "POST /service-desk/sessions/s%2F1/transfer", """{"technician":"bob"}""" },
        { "TransferToChannel", "POST /service-desk/sessions/s%2F1/transfer", """{"channel":"other"}""" },
        { "Invite", "POST /service-desk/sessions/s%2F1/invite", """{"technician":"bob"}""" },
        { "Leave", "POST /service-desk/sessions/s%2F1/leave", null },
        { "Release", "POST /service-desk/sessions/s%2F1/release", null },
        { "RequestAccess", "POST /service-desk/sessions/s%2F1/request-access", """{"requestId":"r1"}""" },
        { "RequestAccessDrawn", "POST /service-desk/sessions/s%2F1/request-access", "{}" },
        { "Connect", "POST /service-desk/sessions/s%2F1/connect", null },
        { "Disconnect", "POST /service-desk/sessions/s%2F1/disconnect", null },
        { "AddNote", "POST /service-desk/sessions/s%2F1/notes", """{"text":"Déjà vu","noteId":"n1"}""" },
        { "Close", "POST /service-desk/sessions/s%2F1/close", null },
    };

    public static TheoryData<string, string, string?> ChannelCommands => new()
    {
        { "Create", "POST /service-desk/channels", """{"id":"desk","name":"Desk","settings":{"timeOutSeconds":3600,"consentTimeOutSeconds":60,"capacity":100},"isPrivate":false,"isDefault":true}""" },
        { "Rename", "PUT /service-desk/channels/desk/name", """{"name":"New"}""" },
        { "Configure", "PUT /service-desk/channels/desk/settings", """{"timeOutSeconds":1800,"consentTimeOutSeconds":30,"capacity":5}""" },
        { "SetMember", "PUT /service-desk/channels/desk/members/bob%40example.com", """{"canRelease":true,"isManager":false}""" },
        { "RemoveMember", "DELETE /service-desk/channels/desk/members/bob%40example.com", null },
    };

    [Theory]
    [MemberData(nameof(SessionCommands))]
    public async Task SessionCommand_Always_IsTheRequestOfTheContract(string command, string line, string? body)
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Session);

        var result = await Session(host.Client.Sessions, command);

        result.Value!.Id.ShouldBe("s1");
        ShouldBeCommand(host, line, body);
    }

    [Theory]
    [MemberData(nameof(ChannelCommands))]
    public async Task ChannelCommand_Always_IsTheRequestOfTheContract(string command, string line, string? body)
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Channel);

        var result = await Channel(host.Client.Channels, command);

        result.Value!.Id.ShouldBe("desk");
        ShouldBeCommand(host, line, body);
    }

    [Theory]
    [InlineData("DELETE /service-desk/sessions/s1")]
    [InlineData("DELETE /service-desk/channels/desk")]
    public async Task Removal_Always_IsADelete(string line)
    {
        await using var host = new DeskHost();
        host.Desk.Answer("", HttpStatusCode.NoContent);

        var result = line.EndsWith("s1", StringComparison.Ordinal)
            ? await host.Client.Sessions.DeleteAsync("s1", cancellationToken: Token)
            : await host.Client.Channels.RemoveAsync("desk", cancellationToken: Token);

        result.IsAccepted.ShouldBeTrue();
        result.ThrowIfRefused();
        ShouldBeCommand(host, line, null);
    }

    [Fact]
    public async Task Command_AfterWhichNothingIsInSight_IsAcceptedWithoutAValue()
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Response(HttpStatusCode.NoContent, "", []));

        var left = await host.Client.Sessions.LeaveAsync("s1", cancellationToken: Token);
        var resigned = await host.Client.Channels.RemoveMemberAsync("desk", "ana", cancellationToken: Token);

        (left.IsAccepted, left.ValueOrThrow()).ShouldBe((true, null));
        (resigned.IsAccepted, resigned.ValueOrThrow()).ShouldBe((true, null));
        host.Desk.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Conditions_OfTheCaller_AreSentAsHeaders()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Session);

        await host.Client.Sessions.TakeAsync("s1", new() { IdempotencyKey = "job-4711", ExpectedVersion = 12 }, Token);

        var sent = host.Desk.Sent.ShouldHaveSingleItem();
        sent.Header("Idempotency-Key").ShouldBe("job-4711");
        sent.Header("If-Match").ShouldBe("\"12\"");
    }

    [Fact]
    public async Task Language_OfTheClient_IsAsked()
    {
        await using var host = new DeskHost(both: options => options.Language = "de, en;q=0.5");
        host.Desk.Answer(Bodies.Session).Answer(Bodies.Session).Answer(Bodies.Entry);

        await host.Client.Sessions.GetAsync("s1", Token);
        await host.Client.InLanguage("fr").Sessions.GetAsync("s1", Token);
        await host.EndUsers.InLanguage("fr").EnterWithPinAsync("123456", Token);

        host.Desk.Sent.Select(sent => sent.Header("Accept-Language")).ShouldBe(["de,en; q=0.5", "fr", "fr"]);
    }

    [Fact]
    public void Conditions_ThatCannotBe_AreRefusedAsArguments()
    {
        Should.Throw<ArgumentException>(() => new ServiceDeskCommandOptions { IdempotencyKey = "" }).ParamName.ShouldBe("value");
        Should.Throw<ArgumentException>(() => new ServiceDeskCommandOptions { IdempotencyKey = "two words" });
        Should.Throw<ArgumentException>(() => new ServiceDeskCommandOptions { IdempotencyKey = new('x', 101) });
        Should.Throw<ArgumentOutOfRangeException>(() => new ServiceDeskCommandOptions { ExpectedVersion = -1 });
        new ServiceDeskCommandOptions { IdempotencyKey = new('x', 100), ExpectedVersion = 0 }.ExpectedVersion.ShouldBe(0);
    }

    private static void ShouldBeCommand(DeskHost host, string line, string? body)
    {
        var sent = host.Desk.Sent.ShouldHaveSingleItem();
        $"{sent.Method} {sent.PathAndQuery}".ShouldBe(line);
        JsonNode.DeepEquals(Parse(sent.Body), Parse(body)).ShouldBeTrue($"{sent.Body} is not {body}");
        sent.Header("Authorization").ShouldBe($"Bearer {DeskHost.Token}");
        sent.Header("Idempotency-Key").ShouldNotBeNullOrEmpty();
        sent.Header("If-Match").ShouldBeNull();
    }

    private static JsonNode? Parse(string? body) => string.IsNullOrEmpty(body) ? null : JsonNode.Parse(body);

    private static Task<ServiceDeskResult<ServiceDeskSession?>> Session(SessionsClient sessions, string command) => command switch
    {
        "Create" => sessions.CreateAsync("desk", "mine", cancellationToken: Token),
        "CreateDrawn" => sessions.CreateAsync("desk", cancellationToken: Token),
        "Assign" => sessions.AssignAsync("s/1", "bob", cancellationToken: Token),
        "Take" => sessions.TakeAsync("s/1", cancellationToken: Token),
        "TransferToTechnician" => sessions.TransferToTechnicianAsync("s/1", "bob", cancellationToken: Token),
        "TransferToChannel" => sessions.TransferToChannelAsync("s/1", "other", cancellationToken: Token),
        "Invite" => sessions.InviteAsync("s/1", "bob", cancellationToken: Token),
        "Leave" => sessions.LeaveAsync("s/1", cancellationToken: Token),
        "Release" => sessions.ReleaseAsync("s/1", cancellationToken: Token),
        "RequestAccess" => sessions.RequestAccessAsync("s/1", "r1", cancellationToken: Token),
        "RequestAccessDrawn" => sessions.RequestAccessAsync("s/1", cancellationToken: Token),
        "Connect" => sessions.ConnectAsync("s/1", cancellationToken: Token),
        "Disconnect" => sessions.DisconnectAsync("s/1", cancellationToken: Token),
        "AddNote" => sessions.AddNoteAsync("s/1", "Déjà vu", "n1", cancellationToken: Token),
        _ => sessions.CloseAsync("s/1", cancellationToken: Token),
    };

    private static Task<ServiceDeskResult<ServiceDeskChannel?>> Channel(ChannelsClient channels, string command) => command switch
    {
        "Create" => channels.CreateAsync(new() { Id = "desk", Name = "Desk", Settings = new() { TimeOutSeconds = 3600 }, IsDefault = true }, cancellationToken: Token),
        "Rename" => channels.RenameAsync("desk", "New", cancellationToken: Token),
        "Configure" => channels.ConfigureAsync("desk", new() { TimeOutSeconds = 1800, ConsentTimeOutSeconds = 30, Capacity = 5 }, cancellationToken: Token),
        "SetMember" => channels.SetMemberAsync("desk", "bob@example.com", new() { CanRelease = true }, cancellationToken: Token),
        _ => channels.RemoveMemberAsync("desk", "bob@example.com", cancellationToken: Token),
    };
}
