using Support.Sdk.Failures;
using Support.Sdk.StateMachines;

namespace Support.Sdk.ServiceDesk.Tests.Results;

/// <summary>Refusals of the rules are values; everything else that is no success is an exception.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "channels.manager-required")]
    [InlineData(HttpStatusCode.NotFound, "sessions.not-found")]
    [InlineData(HttpStatusCode.Conflict, "sessions.already-assigned")]
    [InlineData(HttpStatusCode.Conflict, "support.conflict")]
    [InlineData(HttpStatusCode.PreconditionFailed, "support.version-changed")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "support.key-reused")]
    [InlineData(HttpStatusCode.Conflict, "sessions.of-a-later-version")]
    public async Task Problem_OfARule_IsAValue(HttpStatusCode status, string code)
    {
        await using var host = new DeskHost();
        host.Desk.Refuse(
            status, code, ""","values":{"technician":"bob"},"remedies":[{"kind":"wait","subject":"until"},{"kind":"ask","subject":"channel-manager"}],"notBefore":"2026-03-02T09:30:00Z","later":1""");

        var result = await host.Client.Sessions.TakeAsync("s1", cancellationToken: Token);

        result.IsAccepted.ShouldBeFalse();
        result.Value.ShouldBeNull();
        result.Refusal!.Code.ShouldBe(code);
        result.Refusal.Text.ShouldBe("No, because.");
        result.Refusal.Values!["technician"].ShouldBe("bob");
        result.Refusal.Remedies.ShouldBe([new() { Kind = RemedyKind.Wait, Subject = "until" }, new() { Kind = RemedyKind.Ask, Subject = "channel-manager" }]);
        result.Refusal.NotBefore.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
        result.ToString().ShouldBe($"refused: {code}");
        host.Desk.Sent.Count.ShouldBe(1, "A refusal is not asked for again.");
    }

    [Fact]
    public async Task Refusal_OfEachKindOfMember_IsAValue()
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Refusal(HttpStatusCode.NotFound, "sessions.not-found"));

        (await host.Client.Sessions.GetAsync("s1", Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.Client.Sessions.GetSecretsAsync("s1", Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.Client.Sessions.DeleteAsync("s1", cancellationToken: Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.Client.Channels.GetAsync("c1", Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.Client.Channels.RemoveAsync("c1", cancellationToken: Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.EndUsers.EnterWithLinkAsync("token", Token)).Refusal!.Code.ShouldBe("sessions.not-found");
        (await host.EndUsers.ResumeAsync("ticket", Token)).Refusal!.Code.ShouldBe("sessions.not-found");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "service-desk.malformed", FailureKind.Refused)]
    [InlineData(HttpStatusCode.Unauthorized, "sessions.not-found", FailureKind.Reauthorization)]
    [InlineData(HttpStatusCode.Forbidden, "service-desk.forbidden", FailureKind.Refused)]
    [InlineData(HttpStatusCode.NotFound, "no-code-of-a-rule", FailureKind.NotFound)]
    [InlineData(HttpStatusCode.NotImplemented, "sessions.not-found", FailureKind.Transient)]
    public async Task Problem_OfNoRule_IsAnException(HttpStatusCode status, string code, FailureKind kind)
    {
        await using var host = new DeskHost();
        host.Desk.Refuse(status, code, ""","field":"channel","traceId":"00-abc""" + "\"");

        var exception = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Sessions.TakeAsync("s1", cancellationToken: Token));

        exception.Kind.ShouldBe(kind);
        exception.VendorCode.ShouldBe(code);
        exception.TrackingId.ShouldBe("00-abc");
        exception.Errors.ShouldHaveSingleItem().Field.ShouldBe("channel");
        exception.Message.ShouldContain("No, because.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>nginx</html>")]
    [InlineData("{}")]
    [InlineData("""{"title":"Forbidden","status":403}""")]
    [InlineData("""{"code":"sessions.not-found"}""")]
    [InlineData("""{"code":"sessions.not-found","title":"x","type":"x","status":403,"remedies":[{"kind":"teleport","subject":"x"}]}""")]
    [InlineData("""{"code":"sessions.not-found","title":"x","type":"x","sta""")]
    public async Task Answer_OfSomethingElse_IsAnException(string body)
    {
        await using var host = new DeskHost();
        host.Desk.Answer(body, HttpStatusCode.Forbidden);

        var exception = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Sessions.TakeAsync("s1", cancellationToken: Token));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"id":"s1"}""")]
    public async Task Success_WithoutAnAnswer_IsUnreadable(string body)
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Response(HttpStatusCode.OK, body, []));

        await Should.ThrowAsync<SupportContentException>(() => host.Client.Sessions.TakeAsync("s1", cancellationToken: Token));
        var entering = await Should.ThrowAsync<SupportContentException>(() => host.EndUsers.EnterWithPinAsync("123456", Token));

        entering.Operation.ShouldBe("service-desk.end-user.enter");
        entering.Call.Path.ShouldBe("/service-desk/end-user/enter");
    }

    [Fact]
    public async Task ValueOrThrow_OfARefusal_ThrowsIt()
    {
        await using var host = new DeskHost();
        host.Desk.Always(_ => FakeDesk.Refusal(HttpStatusCode.Conflict, "sessions.closed"));

        var result = await host.Client.Sessions.TakeAsync("s1", cancellationToken: Token);

        Should.Throw<ServiceDeskRefusedException>(() => result.ValueOrThrow()).Refusal.Code.ShouldBe("sessions.closed");
        Should.Throw<ServiceDeskRefusedException>(() => result.Select(session => session!.Version).ValueOrThrow()).Message.ShouldContain("[sessions.closed]: No, because.");
        var deletion = await host.Client.Sessions.DeleteAsync("s1", cancellationToken: Token);
        Should.Throw<ServiceDeskRefusedException>(deletion.ThrowIfRefused);
        deletion.ToString().ShouldBe("refused: sessions.closed");
    }

    [Fact]
    public void Result_OfATestDouble_BehavesAlike()
    {
        var refusal = new ServiceDeskRefusal { Code = "sessions.closed", Text = "Closed." };
        ServiceDeskResult<int> accepted = 7;
        ServiceDeskResult<int> refused = refusal;

        accepted.Select(number => number + 1).ValueOrThrow().ShouldBe(8);
        accepted.ToString().ShouldBe("7");
        ServiceDeskResult.Of(7).IsAccepted.ShouldBeTrue();
        refused.Refusal.ShouldBe(refusal);
        ServiceDeskResult.Refused<int>(refusal).Refusal.ShouldBe(refusal);
        default(ServiceDeskResult).ToString().ShouldBe("done");
        Should.Throw<ArgumentNullException>(() => new ServiceDeskResult((ServiceDeskRefusal)null!));
        Should.Throw<ArgumentNullException>(() => new ServiceDeskResult<string>((ServiceDeskRefusal)null!));
    }
}
