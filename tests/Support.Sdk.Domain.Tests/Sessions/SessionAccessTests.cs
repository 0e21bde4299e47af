using Shouldly;
using Support.Sdk.Sessions;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// From the question to the connection, and everything that comes between.
[Requirement("SES-05")]
public sealed class SessionAccessTests
{
    [Fact]
    public void Connect_Granted_IsConnected()
    {
        var scene = SessionScenes.Active();
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");

        scene.By(Alice, Request());
        scene.Access.Status.ShouldBe(SessionAccessStatus.Requested);
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.permission-pending");

        scene.By(EndUser, Grant()).By(Alice, new SessionCommand.Connect());

        scene.Access.Status.ShouldBe(SessionAccessStatus.Connected);
        scene.Access.Connected.ShouldBe(["alice"]);
        scene.Access.LastOutcome.ShouldBe(ConsentOutcome.Granted);
        scene.Status.ShouldBe(SessionStatus.Active);
    }

    [Fact]
    public void Reject_Requested_LetsTheTechnicianAskAgain()
    {
        var scene = SessionScenes.Requested().By(EndUser, Reject());

        scene.Access.LastOutcome.ShouldBe(ConsentOutcome.Rejected);
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");
        scene.By(Alice, Request("q2")).By(EndUser, Grant("q2")).By(Alice, new SessionCommand.Connect()).Access.Connected.ShouldBe(["alice"]);
    }

    [Fact]
    public void Request_NotAnswered_TimesOutExactlyThenAndTheGrantIsTooLate()
    {
        var scene = SessionScenes.Requested();
        SupportSessionMachine.NextDeadline(scene.Session).ShouldBe(Now + ConsentTimeOut);

        scene.At(Now + ConsentTimeOut - TimeSpan.FromTicks(1)).Access.Status.ShouldBe(SessionAccessStatus.Requested);
        scene.At(Now + ConsentTimeOut).Access.LastOutcome.ShouldBe(ConsentOutcome.TimedOut);

        scene.RefusalOf(EndUser, Grant()).ShouldBe("sessions.permission-not-pending");
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");
    }

    [Fact]
    public void Request_ComputerLostMeanwhile_IsNotTakenForSilenceOrRejection()
    {
        var scene = SessionScenes.Requested().By(EndUser, new SessionCommand.LoseDevice(Computer));

        scene.Access.LastOutcome.ShouldBe(ConsentOutcome.DeviceAbsent);
        scene.RefusalOf(Alice, Request("q2")).ShouldBe("sessions.end-user-not-connected");
        scene.RefusalOf(EndUser, Grant()).ShouldBe("sessions.permission-not-pending");
    }

    [Fact]
    public void Request_NeverLaunched_SaysSo() =>
        SessionScenes.Waiting().RefusalOf(Alice, Request()).ShouldBe("sessions.end-user-not-launched");

    [Fact]
    public void Grant_OfAnEarlierRequest_DoesNotCountForTheLaterOne()
    {
        var scene = SessionScenes.Requested().By(EndUser, Reject()).By(Alice, Request("q2"));

        scene.RefusalOf(EndUser, Grant("q1")).ShouldBe("sessions.permission-not-pending");
        scene.Access.Status.ShouldBe(SessionAccessStatus.Requested);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("reassign")]
    [InlineData("transfer")]
    public void Grant_AfterTheSessionChangedHands_NeverConnects(string how)
    {
        var scene = SessionScenes.Requested();
        _ = how switch
        {
            "release" => scene.By(Alice, new SessionCommand.Release()).By(Bob, new SessionCommand.Take()),
            "reassign" => scene.By(Manager, new SessionCommand.Assign("bob")),
            _ => scene.By(Alice, new SessionCommand.TransferToTechnician("bob")),
        };

        scene.RefusalOf(EndUser, Grant()).ShouldBe("sessions.permission-not-pending");
        scene.RefusalOf(Bob, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");
        scene.Access.LastOutcome.ShouldBe(ConsentOutcome.Withdrawn);
    }

    [Fact]
    public void Grant_ByATechnician_IsRefused()
    {
        foreach (var technician in Everybody.Where(actor => actor != EndUser))
        {
            SessionScenes.Requested().RefusalOf(technician, Grant()).ShouldBe("sessions.end-user-only");
        }
    }

    [Fact]
    public void Connect_InviteeBeforeAndAfterTheHolder_JoinsOnly()
    {
        var scene = SessionScenes.Granted();
        scene.RefusalOf(Guest, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");

        scene.By(Alice, new SessionCommand.Connect()).By(Guest, new SessionCommand.Connect());
        scene.Access.Connected.ShouldBe(["alice", "gina"]);
        scene.RefusalOf(Bob, new SessionCommand.Connect()).ShouldBe("sessions.join-required");
    }

    [Fact]
    public void Disconnect_ByTechnician_KeepsThePermissionUntilTheEndUserTakesItBack()
    {
        var scene = SessionScenes.Connected().By(Alice, new SessionCommand.Disconnect());
        scene.Access.Status.ShouldBe(SessionAccessStatus.Granted);

        scene.By(Alice, new SessionCommand.Connect()).By(EndUser, new SessionCommand.StopConnection(Computer));

        scene.Access.Status.ShouldBe(SessionAccessStatus.None);
        scene.RefusalOf(Alice, new SessionCommand.Connect()).ShouldBe("sessions.permission-required");
    }

    [Fact]
    public void Leave_ByWhoeverHoldsTheAccess_EndsItForAll()
    {
        var scene = SessionScenes.Active().By(Guest, Request()).By(EndUser, Grant()).By(Guest, new SessionCommand.Connect()).By(Alice, new SessionCommand.Connect());

        scene.By(Guest, new SessionCommand.Leave()).Access.Status.ShouldBe(SessionAccessStatus.None);
    }
}
