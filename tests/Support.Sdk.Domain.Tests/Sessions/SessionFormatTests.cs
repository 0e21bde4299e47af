using System.Text;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// What is stored outlives every release: names and shapes in JSON are pinned in committed files.
public sealed class SessionFormatTests
{
    private const string Folder = "tests/Support.Sdk.Domain.Tests/Sessions/Json/";

    private static readonly SessionEvent[] Events =
    [
        new SessionEvent.Created(Private, Secrets, "alice", Now),
        new SessionEvent.Launched(Computer),
        new SessionEvent.DeviceLost(),
        new SessionEvent.Assigned("bob"),
        new SessionEvent.Transferred("bob"),
        new SessionEvent.MovedToChannel(Printers, true),
        new SessionEvent.TechnicianInvited("gina"),
        new SessionEvent.TechnicianLeft("gina"),
        new SessionEvent.Released(),
        new SessionEvent.AccessRequested("q1", "alice", Now + ConsentTimeOut),
        new SessionEvent.AccessGranted("q1"),
        new SessionEvent.AccessRejected("q1"),
        new SessionEvent.AccessTimedOut("q1", Now + ConsentTimeOut),
        new SessionEvent.Connected("alice"),
        new SessionEvent.Disconnected("alice"),
        new SessionEvent.ConnectionStopped(),
        new SessionEvent.NoteAdded(new SessionNote("n1", "alice", "Hello", Now)),
        new SessionEvent.Expired(Now + TimeOut),
        new SessionEvent.Closed(),
        new SessionEvent.Deleted(),
    ];

    private static SupportSession State => SessionScenes.Shared().By(Alice, new SessionCommand.AddNote("n1", "Hello")).Session;

    [Fact]
    public void Events_InJson_KeepTheirNamesAndShapes()
    {
        Events.Select(@event => SupportSessionMachine.Format.Write(@event).Type).ShouldBe(SupportSessionMachine.Format.EventTypes, ignoreOrder: true);

        CommittedFile.ShouldHold(Folder + "events.json", Lines(Events.Select(@event => SupportSessionMachine.Format.Write(@event).Data)));
    }

    [Fact]
    public void State_InJson_KeepsItsShape() => CommittedFile.ShouldHold(Folder + "state.json", Lines([SupportSessionMachine.Format.Write(State).Data]));

    [Fact]
    public void Read_OfEverythingWritten_GivesTheSameAgain()
    {
        foreach (var stored in Events.Select(SupportSessionMachine.Format.Write))
        {
            Text(SupportSessionMachine.Format.Write(SupportSessionMachine.Format.Read(stored)).Data).ShouldBe(Text(stored.Data));
        }

        var snapshot = SupportSessionMachine.Format.Write(State);
        Text(SupportSessionMachine.Format.Write(SupportSessionMachine.Format.Read(snapshot)!).Data).ShouldBe(Text(snapshot.Data));
    }

    [Fact]
    public void Read_EventWithAFieldOfALaterRelease_IgnoresIt()
    {
        var data = """{"$type":"session-assigned","technician":"bob","colour":"red"}"""u8.ToArray();

        SupportSessionMachine.Format.Read(new StoredEvent("support-session", 1, "session-assigned", data)).ShouldBe(new SessionEvent.Assigned("bob"));
    }

    [Fact]
    public void ToString_OfEverythingWithSecrets_MasksThem()
    {
        foreach (var text in new[] { Secrets.ToString(), Create().ToString(), Events[0].ToString(), State.ToString() })
        {
            text.ShouldNotContain(Secrets.Pin);
            text.ShouldNotContain(Secrets.LinkToken);
            text.ShouldContain("Pin = ***");
        }
    }

    private static string Lines(IEnumerable<ReadOnlyMemory<byte>> items) => $"[\n{string.Join(",\n", items.Select(Text))}\n]\n";

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
