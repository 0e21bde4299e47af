using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// Who may do what: assignment, transfer, invitations, and what Explain says to each.
public sealed class SessionPeopleTests
{
    [Fact]
    [Requirement("SES-06")]
    public void Assign_ByManagerOrAssignee_HandsTheSessionOver()
    {
        SessionScenes.Active().By(Manager, new SessionCommand.Assign("carol")).Session.Assignee.ShouldBe("carol");
        SessionScenes.InQueue().By(Manager, new SessionCommand.Assign("carol")).Status.ShouldBe(SessionStatus.Waiting);
        SessionScenes.Active().RefusalOf(Bob, new SessionCommand.Assign("bob")).ShouldBe("sessions.lead-required");
        SessionScenes.Active().By(Alice, new SessionCommand.Assign("gina")).Session.Invited.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SES-07")]
    public void TransferToTechnician_WithoutReleasePermission_IsRefused()
    {
        SessionScenes.OfCarol().RefusalOf(Carol, new SessionCommand.TransferToTechnician("bob")).ShouldBe("sessions.release-permission-required");
        SessionScenes.Waiting().By(Alice, new SessionCommand.TransferToTechnician("bob")).Session.Assignee.ShouldBe("bob");
    }

    [Fact]
    [Requirement("SES-07")]
    public void TransferToChannel_WithoutAccessThere_IsRefused()
    {
        SessionScenes.OfCarol().RefusalOf(Carol, new SessionCommand.TransferToChannel(Printers)).ShouldBe("sessions.channel-access-required");

        var moved = SessionScenes.Waiting().By(Alice, new SessionCommand.TransferToChannel(Printers));
        moved.Session.Channel.ShouldBe(Printers);
        moved.Session.Assignee.ShouldBe("alice");
        moved.Session.ExpiresAt.ShouldBe(Now + TimeOut);
    }

    [Fact]
    [Requirement("SES-07")]
    public void TransferToChannel_AssigneeHasNoAccessThere_WaitsInTheQueueThere() =>
        SessionScenes.OfCarol().By(Manager, new SessionCommand.TransferToChannel(Printers, AssigneeHasAccess: false)).Status.ShouldBe(SessionStatus.InQueue);

    [Fact]
    [Requirement("SES-08")]
    public void Invite_ThirdBesidesTheAssignee_IsRefusedUntilOneLeaves()
    {
        var scene = SessionScenes.Waiting().By(Alice, new SessionCommand.Invite("gina"), new SessionCommand.Invite("bob"));

        scene.RefusalOf(Alice, new SessionCommand.Invite("carol")).ShouldBe("sessions.technician-limit-reached");
        scene.By(Guest, new SessionCommand.Leave()).By(Alice, new SessionCommand.Invite("carol")).Session.Invited.ShouldBe(["bob", "carol"]);
    }

    [Fact]
    [Requirement("SES-09")]
    public void Share_ByWhoeverSeesALiveSession_IsAllowed()
    {
        SessionScenes.Waiting().When(Carol, new SessionCommand.Share()).IsAccepted.ShouldBeTrue();
        SessionScenes.Waiting().RefusalOf(Outsider, new SessionCommand.Share()).ShouldBe("sessions.not-a-participant");
        SessionScenes.Waiting().RefusalOf(EndUser, new SessionCommand.Share()).ShouldBe("sessions.technician-only");
        SessionScenes.Waiting().Session.Secrets.ShouldBe(Secrets);
    }

    [Fact]
    public void Explain_PrivateSessionToAnOutsider_IsThatOfASessionThatDoesNotExist()
    {
        foreach (var make in new[] { SessionScenes.InPrivate, () => SessionScenes.Expired(SessionScenes.InPrivate()), () => SessionScenes.InPrivate().By(Alice, new SessionCommand.Release()) })
        {
            foreach (var stranger in new[] { Outsider, Bob, Manager, Technician("eve", SessionPermissions.Access("alice-private"), SessionPermissions.Manage("alice-private")) })
            {
                var context = new CommandContext(stranger, Now);

                SupportSessionMachine.Explain(make().State, context).ShouldBe(SupportSessionMachine.Explain(null, context));
                SupportSessionMachine.IsVisibleTo(make().Session, stranger).ShouldBeFalse();
            }

            SupportSessionMachine.IsVisibleTo(make().Session, Alice).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("alice", "AddNote Assign Close Create Delete Invite Release RequestAccess Share TransferToChannel TransferToTechnician")]
    [InlineData("gina", "AddNote Create Leave RequestAccess Share")]
    [InlineData("mia", "AddNote Assign Close Create Delete Share TransferToChannel")]
    [InlineData("bob", "AddNote Create Share")]
    [InlineData("otto", "Create")]
    [InlineData("customer", "Launch LoseDevice")]
    [Requirement("SES-14")]
    public void Explain_ActiveSession_OffersToEachWhatIsTheirs(string who, string actions)
    {
        var scene = SessionScenes.Active();
        var actor = Everybody.Single(candidate => candidate.Id == who);

        SupportSessionMachine.Explain(scene.State, new CommandContext(actor, Now))
            .Where(action => action.Availability != ActionAvailability.Refused).Select(action => action.Action).Order().ShouldBe(actions.Split(' '));
    }

    [Theory]
    [InlineData("3.7.2.1", null)]
    [InlineData("3.7.10.0", null)]
    [InlineData("3.8", null)]
    [InlineData("10.0.0.0", null)]
    [InlineData("3.7.2.0", "sessions.version-too-old")]
    [InlineData("3.7.2", "sessions.version-too-old")]
    [InlineData("2.99.99.99", "sessions.version-too-old")]
    [InlineData("", "sessions.version-unknown")]
    [InlineData(null, "sessions.version-unknown")]
    [Requirement("SES-01")]
    public void Create_VersionOfTheSosApplication_IsComparedByItsNumbers(string? version, string? code) =>
        new SessionScene().RefusalOf(Alice, Create(attended: new AttendedAccess { SosVersion = version })).ShouldBe(code);

    [Fact]
    [Requirement("SES-01")]
    public void Create_SomethingMissing_SaysWhat()
    {
        new SessionScene().RefusalOf(Alice, Create(attended: new AttendedAccess { IsOnPremises = false })).ShouldBe("sessions.not-on-premises");
        new SessionScene().RefusalOf(Alice, Create(attended: new AttendedAccess { LicenceIncludesAttendedAccess = false })).ShouldBe("sessions.licence-missing");
        new SessionScene().RefusalOf(Alice, Create(attended: new AttendedAccess { UserHasAttendedAccess = false })).ShouldBe("sessions.feature-missing");
    }
}
