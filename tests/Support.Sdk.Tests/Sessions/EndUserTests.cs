using Shouldly;
using Support.Sdk.Sessions;

namespace Support.Sdk.Tests.Sessions;

public sealed class EndUserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("SES-04")]
    public async Task Enter_WithPinOrLink_LeadsToTheSessionWhichLaunchingMakesActive(bool byLink)
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateAsync();
        var secrets = await desk.SecretsOfAsync(id);

        var entered = await desk.Sessions.EnterAsync(
            byLink ? new EndUserEntry.Link(secrets.LinkToken) : new EndUserEntry.Pin($" {secrets.Pin[..3]} {secrets.Pin[3..]}\n"), Cancel).AcceptedAsync();
        entered.Id.ShouldBe(id);
        entered.Status.ShouldBe(SessionStatus.Waiting);
        entered.IsLaunched.ShouldBeFalse();
        entered.ExpiresAt.ShouldBe(desk.Clock.GetUtcNow() + Desk.TimeOut);

        var launched = await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync();
        launched.Status.ShouldBe(SessionStatus.Active);
        launched.IsOnline.ShouldBeTrue();
        (await desk.Sessions.GetAsync(id, Desk.Bob, Cancel).AcceptedAsync()).Session.Status.ShouldBe(SessionStatus.Active);
    }

    [Fact]
    [Requirement("SES-04")]
    public async Task Launch_OnAnotherComputer_IsRefusedAndAgainOnTheSameOneGoesOn()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        (await desk.Sessions.LaunchAsync(id, "pc-2", cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.bound-to-other-device");
        (await desk.Sessions.LoseDeviceAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync()).IsOnline.ShouldBeFalse();
        (await desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.end-user-not-connected");
        (await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync()).IsOnline.ShouldBeTrue();
        await Should.ThrowAsync<ArgumentException>(() => desk.Sessions.LaunchAsync(id, " ", cancellationToken: Cancel).AsTask());
    }

    [Fact]
    [Requirement("SES-17")]
    public async Task Enter_WithWhatLeadsNowhere_IsInvalidWhateverIsTheReason()
    {
        await using var desk = await Desk.StartReadyAsync();
        var live = await desk.SecretsOfAsync(await desk.CreateAsync());
        var wrongPin = live.Pin == "000000" ? "000001" : "000000";

        foreach (var entry in new EndUserEntry[]
        {
            new EndUserEntry.Pin(wrongPin), new EndUserEntry.Pin(""), new EndUserEntry.Pin("pin"), new EndUserEntry.Pin(new string('1', 10_000)), new EndUserEntry.Pin(live.LinkToken),
            new EndUserEntry.Link(new string('A', 22)), new EndUserEntry.Link(live.Pin), new EndUserEntry.Link("é\0"),
        })
        {
            (await desk.Sessions.EnterAsync(entry, Cancel)).Refusal.ShouldBe(SessionRefusals.Invalid.Refuse());
            entry.ToString().ShouldEndWith("***");
        }
    }

    [Theory]
    [InlineData("close")]
    [InlineData("delete")]
    [InlineData("expire")]
    [Requirement("SES-17")]
    [Requirement("SES-11")]
    [Requirement("SES-12")]
    [Requirement("SES-13")]
    public async Task Secrets_OfASessionThatIsOver_AreDeadAtOnce(string end)
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();
        var secrets = await desk.SecretsOfAsync(id);

        switch (end)
        {
            case "close":
                await desk.Sessions.CloseAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
                break;
            case "delete":
                await desk.Sessions.DeleteAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
                break;
            default:
                desk.Clock.Advance(Desk.TimeOut);
                break;
        }

        (await desk.Sessions.EnterAsync(new EndUserEntry.Pin(secrets.Pin), Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
        (await desk.Sessions.EnterAsync(new EndUserEntry.Link(secrets.LinkToken), Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
        (await desk.Sessions.ShareAsync(id, Desk.Alice, Cancel).RefusalAsync())
            .ShouldBe(end switch { "close" => "sessions.closed", "delete" => "sessions.not-found", _ => "sessions.expired" });

        // Whoever was in already hears what became of it.
        var now = await desk.Sessions.GetForEndUserAsync(id, Cancel);
        (now.Refusal?.Code ?? now.Value!.Status.ToString()).ShouldBe(end switch { "close" => "Closed", "delete" => "sessions.invalid", _ => "Expired" });
        (await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).RefusalAsync())
            .ShouldBe(end switch { "close" => "sessions.closed", "delete" => "sessions.invalid", _ => "sessions.expired" });
    }

    [Fact]
    [Requirement("SES-05")]
    public async Task Access_AfterAGrantAlone_LetsTheTechnicianConnect()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-required");
        (await desk.Sessions.RequestAccessAsync(id, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.join-required");
        await desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var asked = (await desk.Sessions.GetForEndUserAsync(id, Cancel).AcceptedAsync()).Request.ShouldNotBeNull();
        asked.Technician.ShouldBe("alice");
        asked.AnswerBy.ShouldBe(desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(60));
        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-pending");

        (await desk.Sessions.RejectAsync(id, asked.Id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync()).LastOutcome.ShouldBe(ConsentOutcome.Rejected);
        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-required");
        await desk.Sessions.RequestAccessAsync(id, Desk.Alice, "q2", cancellationToken: Cancel).AcceptedAsync();
        (await desk.Sessions.GrantAsync(id, asked.Id, Desk.Computer, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-not-pending");
        (await desk.Sessions.GrantAsync(id, "q2", "pc-2", cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.bound-to-other-device");
        await desk.Sessions.GrantAsync(id, "q2", Desk.Computer, cancellationToken: Cancel).AcceptedAsync();

        await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var connected = await desk.Sessions.GetForEndUserAsync(id, Cancel).AcceptedAsync();
        connected.Access.ShouldBe(SessionAccessStatus.Connected);
        connected.Connected.ShouldBe(["alice"]);
        (await desk.Sessions.StopConnectionAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync()).Access.ShouldBe(SessionAccessStatus.None);
        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-required");
    }

    [Fact]
    [Requirement("SES-05")]
    public async Task Access_ThatNobodyAnswers_TimesOutAndALateGrantNeverConnects()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();
        await desk.Sessions.RequestAccessAsync(id, Desk.Alice, "q1", cancellationToken: Cancel).AcceptedAsync();

        desk.Clock.Advance(TimeSpan.FromSeconds(60));

        (await desk.Sessions.GetForEndUserAsync(id, Cancel).AcceptedAsync()).LastOutcome.ShouldBe(ConsentOutcome.TimedOut);
        (await desk.Sessions.GrantAsync(id, "q1", Desk.Computer, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-not-pending");
        (await desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.permission-required");
    }

    [Fact]
    [Requirement("SES-13")]
    public async Task StopConnection_AfterTheExpiry_StillEndsWhatIsOpen()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateConnectedAsync();
        desk.Clock.Advance(Desk.TimeOut);

        var expired = await desk.Sessions.GetForEndUserAsync(id, Cancel).AcceptedAsync();
        expired.Status.ShouldBe(SessionStatus.Expired);
        expired.Connected.ShouldBe(["alice"]);

        (await desk.Sessions.StopConnectionAsync(id, Desk.Computer, cancellationToken: Cancel).AcceptedAsync()).Connected.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SES-12")]
    public async Task EndUsers_OfSessionsThatNeverWere_HearThatTheyAreInvalid()
    {
        await using var desk = await Desk.StartReadyAsync();

        foreach (var id in new[] { "none", "", "\0", new string('x', 5_000) })
        {
            (await desk.Sessions.GetForEndUserAsync(id, Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
            (await desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.invalid");
            (await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
            (await desk.Sessions.TakeAsync(id, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
        }
    }
}
