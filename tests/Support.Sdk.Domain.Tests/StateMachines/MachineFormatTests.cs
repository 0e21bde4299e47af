using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Machines;

namespace Support.Sdk.Tests.StateMachines;

public sealed class MachineFormatTests
{
    // Version 1 wrote door-coloured with "color", version 2 with "colour", version 3 writes door-painted.
    private static readonly MachineFormat<Door, DoorEvent, DoorEffect> Format = Create(
        new EventUpcaster(1, "door-coloured", data =>
        {
            data["colour"] = data["color"]?.DeepClone();
            data.Remove("color");
            return ("door-coloured", data);
        }),
        new EventUpcaster(2, "door-coloured", data => ("door-painted", new JsonObject { ["colour"] = data["colour"]?.DeepClone() })));

    [Fact]
    public void Write_Event_NamesMachineVersionAndType()
    {
        var stored = Format.Write(new DoorEvent.Painted("red"));

        (stored.Machine, stored.Version, stored.Type).ShouldBe(("doors", 3, "door-painted"));
        Encoding.UTF8.GetString(stored.Data.Span).ShouldBe("""{"$type":"door-painted","colour":"red"}""");
        Format.Read(stored).ShouldBe(new DoorEvent.Painted("red"));
    }

    [Fact]
    public void Read_SnapshotAndEffect_GiveWhatWasWritten()
    {
        var door = new Door(DoorStatus.Locked, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), 4, "red");

        Format.Read(Format.Write(door)).ShouldBe(door);
        Format.ReadEffect(Format.Write(new DoorEffect.Ring(2)).Span).ShouldBe(new DoorEffect.Ring(2));
    }

    [Theory]
    [InlineData(1, "door-coloured", """{"$type":"door-coloured","color":"red"}""")]
    [InlineData(2, "door-coloured", """{"$type":"door-coloured","colour":"red"}""")]
    [InlineData(1, "door-painted", """{"$type":"door-painted","colour":"red"}""")]
    [InlineData(3, "door-painted", """{"$type":"door-painted","colour":"red"}""")]
    public void Read_EventOfAnyVersion_IsUpcastStepByStep(int version, string type, string data) =>
        Format.Read(Stored(data, type, version)).ShouldBe(new DoorEvent.Painted("red"));

    [Fact]
    public void Read_SnapshotOfAnOlderVersion_IsNull() => Format.Read(new StoredSnapshot("doors", 2, "no json at all"u8.ToArray())).ShouldBeNull();

    [Fact]
    public void Read_OfAnotherMachine_IsRefused()
    {
        ReasonOf(() => Format.Read(new StoredEvent("windows", 3, "door-painted", "{}"u8.ToArray()))).ShouldBe(IncompatibilityReason.ForeignMachine);
        ReasonOf(() => Format.Read(new StoredSnapshot("windows", 3, "{}"u8.ToArray()))).ShouldBe(IncompatibilityReason.ForeignMachine);
    }

    [Fact]
    public void Read_OfAFutureVersion_IsRefused()
    {
        ReasonOf(() => Format.Read(Stored("{}", version: 4))).ShouldBe(IncompatibilityReason.FutureVersion);
        ReasonOf(() => Format.Read(new StoredSnapshot("doors", 4, "{}"u8.ToArray()))).ShouldBe(IncompatibilityReason.FutureVersion);
    }

    [Theory]
    [InlineData(3, "door-coloured")]
    [InlineData(1, "door-kicked")]
    public void Read_EventTypeThatNobodyKnows_IsRefused(int version, string type)
    {
        var exception = Should.Throw<IncompatibleDataException>(() => Format.Read(Stored($$"""{"$type":"{{type}}"}""", type, version)));

        exception.Reason.ShouldBe(IncompatibilityReason.UnknownType);
        exception.Message.ShouldContain($"knows no event '{type}' (written by version {version})");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"colour":"red"}""")]
    [InlineData("""{"$type":"door-unheard-of"}""")]
    [InlineData("""{"$type":"door-painted","colour":5}""")]
    public void Read_EventMalformed_IsRefused(string data) => ReasonOf(() => Format.Read(Stored(data))).ShouldBe(IncompatibilityReason.Malformed);

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Read_EventToUpcastMalformed_IsRefused(string data) =>
        ReasonOf(() => Format.Read(Stored(data, "door-coloured", version: 1))).ShouldBe(IncompatibilityReason.Malformed);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"meetings":[]}""")]
    [InlineData("""{"meetings":[{"id":"m1"}],"replies":[]}""")]
    [InlineData("""{"meetings":[],"replies":[{"id":"r1","workItemStatus":7}]}""")]
    public void Read_SnapshotOfMeetingsDamaged_IsRefused(string data) =>
        ReasonOf(() => MeetingMachine.Format.Read(new StoredSnapshot("meetings", 1, Encoding.UTF8.GetBytes(data)))).ShouldBe(IncompatibilityReason.Malformed);

    [Fact]
    public void ReadEffect_Malformed_IsRefused() => ReasonOf(() => Format.ReadEffect("{}"u8)).ShouldBe(IncompatibilityReason.Malformed);

    [Fact]
    public void Create_TwoUpcastersOfTheSameEvent_Throws()
    {
        var upcaster = new EventUpcaster(1, "door-coloured", data => ("door-painted", data));

        Should.Throw<ArgumentException>(() => Create(upcaster, upcaster)).ParamName.ShouldBe("upcasters");
    }

    [Fact]
    public void Create_ContractWithoutDiscriminator_Throws() =>
        Should.Throw<ArgumentException>(() => new MachineFormat<Door, Door, DoorEffect>(
            new MachineInfo("doors", 3, DoorRefusals.Table),
            DoorJsonContext.Default.Door,
            DoorJsonContext.Default.Door,
            DoorJsonContext.Default.DoorEffect)).ParamName.ShouldBe("event");

    private static MachineFormat<Door, DoorEvent, DoorEffect> Create(params EventUpcaster[] upcasters) => new(
        new MachineInfo("doors", 3, DoorRefusals.Table),
        DoorJsonContext.Default.Door,
        DoorJsonContext.Default.DoorEvent,
        DoorJsonContext.Default.DoorEffect,
        upcasters);

    private static StoredEvent Stored(string data, string type = "door-painted", int version = 3) => new("doors", version, type, Encoding.UTF8.GetBytes(data));

    private static IncompatibilityReason ReasonOf(Func<object?> read) => Should.Throw<IncompatibleDataException>(() => read()).Reason;
}
