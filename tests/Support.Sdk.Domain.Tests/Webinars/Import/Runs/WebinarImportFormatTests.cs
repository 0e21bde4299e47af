using System.Text;
using Shouldly;
using Support.Sdk.Failures;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// What is stored outlives every release: names and shapes in JSON are pinned in committed files.
public sealed class WebinarImportFormatTests
{
    private const string Folder = "tests/Support.Sdk.Domain.Tests/Webinars/Import/Runs/Json/";

    private static readonly ImportOrder Order = Imports.OrderOfPlan with
    {
        SourceAccount = "emea",
        TargetAccount = "acme",
        Campaign = new("701A", ["Sent", "Responded"], "Sent"),
        RetryOf = "i0",
        ChunkRows = 10_000,
        BulkThreshold = 500,
    };

    private static readonly ImportCounts Counts = new()
    {
        Rows = 28,
        Created = 7,
        Updated = 6,
        Unchanged = 5,
        Repeated = 4,
        Conflicts = 3,
        Invalid = 2,
        Failed = 1,
        Linked = 12,
        LinkedBefore = 11,
        NotLinked = 10,
        Undone = 9,
        MayPass = 8,
    };

    private static readonly WebinarImportEvent[] Events =
    [
        Imports.Start(Order),
        new WebinarImportEvent.TakenOver(3),
        new WebinarImportEvent.PlanConfirmed(),
        new WebinarImportEvent.DriftFound(2, Imports.Drifts),
        new WebinarImportEvent.DriftAccepted(),
        new WebinarImportEvent.ChunkPrepared(1, 28),
        new WebinarImportEvent.StepBegun(1, ImportStep.UpdateRecords),
        new WebinarImportEvent.JobOpened(1, Imports.Job),
        new WebinarImportEvent.JobDropped(1, Imports.Job),
        new WebinarImportEvent.ChunkSettled(1, Counts),
        new WebinarImportEvent.CancelRequested(WasStopped: true),
        new WebinarImportEvent.Cancelled(Imports.Now),
        new WebinarImportEvent.Completed(Imports.Now),
        new WebinarImportEvent.Abandoned(Counts, Imports.Now),
        new WebinarImportEvent.Interrupted("Ne répond pas."),
        new WebinarImportEvent.Stopped(FailureKind.Reauthorization, "signed out"),
        new WebinarImportEvent.Resumed(),
    ];

    private static readonly WebinarImport[] States =
    [
        Imports.Of(
            Imports.Start(Order),
            new WebinarImportEvent.DriftFound(2, Imports.Drifts),
            new WebinarImportEvent.DriftAccepted(),
            new WebinarImportEvent.ChunkPrepared(1, 28),
            new WebinarImportEvent.ChunkPrepared(2, 3),
            new WebinarImportEvent.TakenOver(1),
            new WebinarImportEvent.JobOpened(2, Imports.Job),
            new WebinarImportEvent.StepBegun(2, ImportStep.UpdateRecords),
            new WebinarImportEvent.ChunkSettled(1, Counts),
            new WebinarImportEvent.Stopped(FailureKind.Reauthorization, "signed out")),
        Imports.Of(Imports.Start(), new WebinarImportEvent.Completed(Imports.Now.AddMinutes(5))),
    ];

    [Fact]
    public void Events_InJson_KeepTheirNamesAndShapes()
    {
        Events.Select(static @event => WebinarImportMachine.Format.Write(@event).Type).ShouldBe(WebinarImportMachine.Format.EventTypes, ignoreOrder: true);

        CommittedFile.ShouldHold(Folder + "events.json", Lines(Events.Select(static @event => WebinarImportMachine.Format.Write(@event).Data)));
    }

    [Fact]
    public void Effects_InJson_KeepTheirNamesAndShapes()
    {
        WebinarImportEffect[] effects = [new WebinarImportEffect.Run(3)];

        effects.Select(static effect => effect.GetType()).ShouldBe(typeof(WebinarImportEffect).GetNestedTypes(), ignoreOrder: true);
        CommittedFile.ShouldHold(Folder + "effects.json", Lines(effects.Select(static effect => WebinarImportMachine.Format.Write(effect))));
        effects.Select(static effect => WebinarImportMachine.Format.ReadEffect(WebinarImportMachine.Format.Write(effect).Span)).ShouldBe(effects);
    }

    [Fact]
    public void State_InJson_KeepsItsShape() => CommittedFile.ShouldHold(Folder + "state.json", Lines(States.Select(static state => WebinarImportMachine.Format.Write(state).Data)));

    [Fact]
    public void Read_OfEverythingWritten_GivesTheSameAgain()
    {
        foreach (var stored in Events.Select(WebinarImportMachine.Format.Write))
        {
            Text(WebinarImportMachine.Format.Write(WebinarImportMachine.Format.Read(stored)).Data).ShouldBe(Text(stored.Data));
        }

        foreach (var stored in States.Select(WebinarImportMachine.Format.Write))
        {
            Text(WebinarImportMachine.Format.Write(WebinarImportMachine.Format.Read(stored)!).Data).ShouldBe(Text(stored.Data));
        }
    }

    [Fact]
    public void Read_EventWithAFieldOfALaterRelease_IgnoresIt() =>
        WebinarImportMachine.Format.Read(Stored("chunk-prepared", """{"$type":"chunk-prepared","number":1,"colour":"red","rows":28}"""))
            .ShouldBe(new WebinarImportEvent.ChunkPrepared(1, 28));

    [Fact]
    public void Read_WhatIsNotOfThisMachineAndVersion_IsRefused()
    {
        var snapshot = WebinarImportMachine.Format.Write(States[0]);
        var stored = WebinarImportMachine.Format.Write(Events[1]);

        ReasonOf(() => WebinarImportMachine.Format.Read(new StoredSnapshot(snapshot.Machine, 2, snapshot.Data))).ShouldBe(IncompatibilityReason.FutureVersion);
        ReasonOf(() => WebinarImportMachine.Format.Read(new StoredEvent(stored.Machine, 2, stored.Type, stored.Data))).ShouldBe(IncompatibilityReason.FutureVersion);
        ReasonOf(() => WebinarImportMachine.Format.Read(new StoredSnapshot("webinar-setup", 1, snapshot.Data))).ShouldBe(IncompatibilityReason.ForeignMachine);
        ReasonOf(() => WebinarImportMachine.Format.Read(Stored("import-forgotten", """{"$type":"import-forgotten"}"""))).ShouldBe(IncompatibilityReason.UnknownType);
        ReasonOf(() => WebinarImportMachine.Format.Read(Stored("chunk-prepared", """{"$type":"chunk-prepared","number":"one"}"""))).ShouldBe(IncompatibilityReason.Malformed);
        ReasonOf(() => WebinarImportMachine.Format.Read(new StoredSnapshot(snapshot.Machine, 1, "{}"u8.ToArray()))).ShouldBe(IncompatibilityReason.Malformed);
        ReasonOf(() => WebinarImportMachine.Format.ReadEffect("""{"$type":"run-away"}"""u8)).ShouldBe(IncompatibilityReason.Malformed);
    }

    [Fact]
    public void StreamOf_AnImport_NamesIt() => WebinarImportMachine.StreamOf("i1").Value.ShouldBe("webinar-import-run/i1");

    private static StoredEvent Stored(string type, string data) => new("webinar-import-run", 1, type, Encoding.UTF8.GetBytes(data));

    private static IncompatibilityReason ReasonOf(Func<object?> read) => Should.Throw<IncompatibleDataException>(() => read()).Reason;

    private static string Lines(IEnumerable<ReadOnlyMemory<byte>> items) => $"[\n{string.Join(",\n", items.Select(Text))}\n]\n";

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
