using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// From creation to the end, and what time does to it.
public sealed class SessionLifecycleTests
{
    [Fact]
    [Requirement("SES-03")]
    public void Create_InAChannel_IsWaitingWithLinkAndPin()
    {
        var scene = new SessionScene().By(Alice, Create());

        scene.Status.ShouldBe(SessionStatus.Waiting);
        scene.Session.Assignee.ShouldBe("alice");
        SupportSessionMachine.Claims(scene.Session).ShouldBe(["pin/042917", "link/AAAAAAAAAAAAAAAAAAAAAA"]);
        SupportSessionMachine.Index(scene.Session).ShouldBe(
        [
            new IndexEntry("session-channel", "network"), new("session-live", "network"), new("session-assignee", "alice"),
            new("session-assignee-live", "alice"),
            new("session-pin", "042917"), new("session-link", "AAAAAAAAAAAAAAAAAAAAAA"),
        ]);
    }

    [Fact]
    public void Create_Repeated_RecordsNothingAndAnotherWithTheIdIsRefused()
    {
        var scene = SessionScenes.Waiting();

        scene.When(Alice, Create()).Count.ShouldBe(0);
        scene.RefusalOf(Bob, Create()).ShouldBe("sessions.id-taken");
        scene.RefusalOf(Alice, Create(secrets: new SessionSecrets("111111", Secrets.LinkToken))).ShouldBe("sessions.id-taken");
    }

    [Fact]
    public void Launch_Waiting_IsActiveAndBoundToThatComputer()
    {
        var scene = SessionScenes.Waiting().By(EndUser, Launch());

        scene.Status.ShouldBe(SessionStatus.Active);
        scene.Session.Device.ShouldBe(new SessionDevice(Computer, IsOnline: true));
        scene.RefusalOf(EndUser, Launch(OtherComputer)).ShouldBe("sessions.bound-to-other-device");

        scene.By(EndUser, new SessionCommand.LoseDevice(Computer)).Session.Device!.IsOnline.ShouldBeFalse();
        scene.Status.ShouldBe(SessionStatus.Active);
        scene.RefusalOf(EndUser, Launch(OtherComputer)).ShouldBe("sessions.bound-to-other-device");
        scene.By(EndUser, Launch()).Session.Device!.IsOnline.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, SessionStatus.Waiting)]
    [InlineData(true, SessionStatus.Active)]
    [Requirement("SES-10")]
    public void Release_ThenTake_IsAsFarAsTheEndUserIs(bool launched, SessionStatus status)
    {
        var scene = SessionScenes.Waiting().By(Alice, new SessionCommand.Invite("gina"), new SessionCommand.Release());
        scene.Status.ShouldBe(SessionStatus.InQueue);
        scene.Session.Invited.ShouldBeEmpty();
        SupportSessionMachine.Index(scene.Session).ShouldContain(new IndexEntry("session-queue", "network"));
        if (launched)
        {
            scene.By(EndUser, Launch()).Status.ShouldBe(SessionStatus.InQueue);
        }

        scene.By(Carol, new SessionCommand.Take()).Status.ShouldBe(status);
        scene.Session.Assignee.ShouldBe("carol");
    }

    [Fact]
    [Requirement("SES-15")]
    public void Take_SecondOfTwo_LearnsWhoWasFirst()
    {
        var scene = SessionScenes.InQueue().By(Bob, new SessionCommand.Take());

        var refusal = scene.When(Carol, new SessionCommand.Take()).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("sessions.already-assigned");
        refusal["technician"]!.Value.AsText().ShouldBe("bob");
    }

    [Fact]
    [Requirement("SES-11")]
    public void Close_Connected_EndsEverythingForGood()
    {
        var scene = SessionScenes.Shared().By(Alice, new SessionCommand.Close());

        scene.Status.ShouldBe(SessionStatus.Closed);
        scene.Access.Connected.ShouldBeEmpty();
        scene.RefusalOf(EndUser, Launch()).ShouldBe("sessions.closed");
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.closed");
        scene.At(Now + TimeOut).Status.ShouldBe(SessionStatus.Closed);
        SupportSessionMachine.Claims(scene.Session).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SES-12")]
    public void Delete_Connected_LeavesATombstoneThatAnswersTheEndUser()
    {
        var scene = SessionScenes.Connected().By(Alice, new SessionCommand.Delete());

        scene.Session.IsDeleted.ShouldBeTrue();
        scene.Session.Secrets.ShouldBeNull();
        SupportSessionMachine.Index(scene.Session).ShouldBeEmpty();
        SupportSessionMachine.Claims(scene.Session).ShouldBeEmpty();
        scene.RefusalOf(EndUser, Launch()).ShouldBe("sessions.invalid");
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.not-found");
        scene.RefusalOf(Alice, Create()).ShouldBe("sessions.id-taken");
    }

    [Fact]
    [Requirement("SES-13")]
    public void TimeUp_Untouched_ExpiresExactlyThenAndSecretsAreDead()
    {
        var scene = SessionScenes.Waiting();
        SupportSessionMachine.NextDeadline(scene.Session).ShouldBe(Now + TimeOut);

        scene.At(Now + TimeOut - TimeSpan.FromTicks(1)).Status.ShouldBe(SessionStatus.Waiting);
        scene.At(Now + TimeOut).Status.ShouldBe(SessionStatus.Expired);

        SupportSessionMachine.NextDeadline(scene.Session).ShouldBeNull();
        SupportSessionMachine.Claims(scene.Session).ShouldBeEmpty();
        scene.RefusalOf(EndUser, Launch()).ShouldBe("sessions.expired");
    }

    [Fact]
    [Requirement("SES-13")]
    public void TimeUp_HostWasAwayForAWeek_ExpiredWhenItWasDue()
    {
        var decision = SupportSessionMachine.Advance(SessionScenes.Requested().Session, Now.AddDays(7));

        decision.ToList().ShouldBe([new SessionEvent.AccessTimedOut("q1", Now + ConsentTimeOut), new SessionEvent.Expired(Now + TimeOut)]);
    }

    [Fact]
    [Requirement("SES-13")]
    public void TimeUp_Connected_LeavesTheConnectionAndStartsNothingNew()
    {
        var scene = SessionScenes.Expired(SessionScenes.Connected());

        scene.Access.Connected.ShouldBe(["alice"]);
        scene.RefusalOf(Guest, new SessionCommand.Connect()).ShouldBe("sessions.expired");
        scene.By(Alice, new SessionCommand.Disconnect()).Access.Status.ShouldBe(SessionAccessStatus.None);
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.expired");
    }

    [Fact]
    public void AddNote_OverAndOver_KeepsTheLastFiftyAndIgnoresRepeats()
    {
        var scene = SessionScenes.Waiting();
        for (var i = 0; i < 60; i++)
        {
            scene.By(Alice, new SessionCommand.AddNote($"n{i}", $"Note {i}"));
        }

        scene.When(Alice, new SessionCommand.AddNote("n59", "Note 59")).Count.ShouldBe(0);
        scene.Session.Notes.Select(note => note.Id).ShouldBe(Enumerable.Range(10, 50).Select(i => $"n{i}"));
        scene.Session.Notes[^1].ShouldBe(new SessionNote("n59", "alice", "Note 59", Now));
    }
}
