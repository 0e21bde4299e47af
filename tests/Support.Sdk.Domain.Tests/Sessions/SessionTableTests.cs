using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// Walks every cell of both tables: what the machine does in all scenes, with all payloads, by everybody together, is exactly what the cell promises.
public sealed class SessionTableTests
{
    public static TheoryData<SessionStatus, SessionTrigger> SessionCells() => Cells<SessionStatus, SessionTrigger>();

    public static TheoryData<SessionAccessStatus, SessionAccessTrigger> AccessCells() => Cells<SessionAccessStatus, SessionAccessTrigger>();

    [Theory]
    [MemberData(nameof(SessionCells))]
    [Requirement("SES-14")]
    public void Session_EveryCell_DoesExactlyWhatTheTableSays(SessionStatus status, SessionTrigger trigger)
    {
        HashSet<SessionStatus> targets = [];
        HashSet<RefusalCode> refusals = [];
        foreach (var make in SessionScenes.With(status))
        {
            foreach (var (actor, command) in Inputs(trigger))
            {
                var scene = make();
                scene.Status.ShouldBe(status);
                Observe(scene, actor, command, () => scene.Status, targets, refusals);
            }
        }

        var cell = SessionTables.Session[status, trigger];
        targets.ShouldBe(cell.Targets, ignoreOrder: true);
        refusals.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(AccessCells))]
    [Requirement("SES-05")]
    public void Access_EveryCell_DoesExactlyWhatTheTableSays(SessionAccessStatus status, SessionAccessTrigger trigger)
    {
        HashSet<SessionAccessStatus> targets = [];
        HashSet<RefusalCode> refusals = [];
        foreach (var make in SessionScenes.With(status))
        {
            foreach (var (actor, command) in Inputs(trigger))
            {
                var scene = make();
                scene.Access.Status.ShouldBe(status);
                Observe(scene, actor, command, () => scene.Access.Status, targets, refusals);
            }
        }

        var cell = SessionTables.Access[status, trigger];
        targets.ShouldBe(cell.Targets, ignoreOrder: true);
        refusals.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    [Fact]
    [Requirement("SES-14")]
    public void Statuses_OfASession_AreTheFiveOfTheSource() =>
        Enum.GetNames<SessionStatus>().ShouldBe(["None", "Waiting", "Active", "InQueue", "Expired", "Closed"]);

    private static void Observe<TStatus>(
        SessionScene scene,
        Actor actor,
        SessionCommand? command,
        Func<TStatus> status,
        HashSet<TStatus> targets,
        HashSet<RefusalCode> refusals)
    {
        var before = scene.State;
        if (command is null)
        {
            scene.At(actor == Actor.System && scene.State is { } session ? session.ExpiresAt : scene.Now + ConsentTimeOut);
            targets.Add(status());
        }
        else if (scene.When(actor, command).Refusal is { } refusal)
        {
            refusals.Add(refusal.Definition);
            scene.State.ShouldBeSameAs(before);
        }
        else
        {
            targets.Add(status());
        }
    }

    private static IEnumerable<(Actor Actor, SessionCommand? Command)> Inputs(SessionTrigger trigger) => trigger == SessionTrigger.TimeUp
        ? [(Actor.System, null)]
        : Everybody.SelectMany(actor => Commands(trigger).Select(command => (actor, (SessionCommand?)command)));

    private static IEnumerable<SessionCommand> Commands(SessionTrigger trigger) => trigger switch
    {
        SessionTrigger.Create =>
        [
            Create(), Create(Private), Create(hasRoom: false),
            Create(attended: new AttendedAccess { IsOnPremises = false }), Create(attended: new AttendedAccess { SosVersion = "new" }),
            Create(attended: new AttendedAccess { SosVersion = "3.7.2.0" }), Create(attended: new AttendedAccess { LicenceIncludesAttendedAccess = false }),
            Create(attended: new AttendedAccess { UserHasAttendedAccess = false }),
        ],
        SessionTrigger.Launch => [Launch(), Launch(OtherComputer)],
        SessionTrigger.LoseDevice => [new SessionCommand.LoseDevice(Computer), new SessionCommand.LoseDevice(OtherComputer)],
        SessionTrigger.Assign => [new SessionCommand.Assign("bob"), new SessionCommand.Assign("alice")],
        SessionTrigger.Take => [new SessionCommand.Take()],
        SessionTrigger.TransferToTechnician => [new SessionCommand.TransferToTechnician("bob"), new SessionCommand.TransferToTechnician("alice")],
        SessionTrigger.TransferToChannel =>
        [
            new SessionCommand.TransferToChannel(Printers), new SessionCommand.TransferToChannel(Printers, AssigneeHasAccess: false),
            new SessionCommand.TransferToChannel(Printers, HasRoom: false), new SessionCommand.TransferToChannel(Network, HasRoom: false),
            new SessionCommand.TransferToChannel(new SessionChannel("secret", TimeOut, ConsentTimeOut, "zoe")),
        ],
        SessionTrigger.Invite => [new SessionCommand.Invite("dan"), new SessionCommand.Invite("gina"), new SessionCommand.Invite("alice")],
        SessionTrigger.Leave => [new SessionCommand.Leave()],
        SessionTrigger.Release => [new SessionCommand.Release()],
        SessionTrigger.RequestAccess => [Request("q9")],
        SessionTrigger.Grant => [Grant(), Grant("q0"), Grant(device: OtherComputer)],
        SessionTrigger.Reject => [Reject(), Reject("q0"), Reject(device: OtherComputer)],
        SessionTrigger.Connect => [new SessionCommand.Connect()],
        SessionTrigger.Disconnect => [new SessionCommand.Disconnect()],
        SessionTrigger.StopConnection => [new SessionCommand.StopConnection(Computer), new SessionCommand.StopConnection(OtherComputer)],
        SessionTrigger.AddNote => [new SessionCommand.AddNote("n1", "Hello"), new SessionCommand.AddNote("n1", " "), new SessionCommand.AddNote("n1", new string('x', 4_001))],
        SessionTrigger.Share => [new SessionCommand.Share()],
        SessionTrigger.Close => [new SessionCommand.Close()],
        SessionTrigger.Delete => [new SessionCommand.Delete()],
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger has no command."),
    };

    // By those who may in principle; who may not is the matter of the other table.
    private static IEnumerable<(Actor Actor, SessionCommand? Command)> Inputs(SessionAccessTrigger trigger) => trigger switch
    {
        SessionAccessTrigger.Request => [(Alice, Request("q9")), (Guest, Request("q9"))],
        SessionAccessTrigger.Grant => [(EndUser, Grant()), (EndUser, Grant("q0"))],
        SessionAccessTrigger.Reject => [(EndUser, Reject()), (EndUser, Reject("q0"))],
        SessionAccessTrigger.TimeOut => [(Alice, null)],
        SessionAccessTrigger.Connect => [(Alice, new SessionCommand.Connect()), (Guest, new SessionCommand.Connect())],
        SessionAccessTrigger.Disconnect => [(Alice, new SessionCommand.Disconnect()), (Guest, new SessionCommand.Disconnect())],
        SessionAccessTrigger.Stop => [(EndUser, new SessionCommand.StopConnection(Computer))],
        SessionAccessTrigger.Withdraw =>
        [
            (Alice, new SessionCommand.Release()), (Manager, new SessionCommand.Assign("bob")), (Alice, new SessionCommand.Close()),
            (EndUser, new SessionCommand.LoseDevice(Computer)), (Alice, new SessionCommand.TransferToTechnician("bob")),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger has no command."),
    };

    private static TheoryData<TStatus, TTrigger> Cells<TStatus, TTrigger>()
        where TStatus : struct, Enum
        where TTrigger : struct, Enum
    {
        TheoryData<TStatus, TTrigger> cells = [];
        foreach (var status in Enum.GetValues<TStatus>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                cells.Add(status, trigger);
            }
        }

        return cells;
    }
}
