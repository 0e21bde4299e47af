using System.Text.Json.Serialization;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

/// <summary>A small machine with everything the runner has to handle: a deadline, an effect, a claim, an index entry, a refusal.</summary>
internal sealed class BellMachine : IMachine<Bell, BellCommand, BellEvent, BellEffect>
{
    public static readonly RefusalCode Silent = new("bell.silent", "KERNEL");

    private static readonly TransitionTable<BellStatus, BellTrigger> Table = TransitionTable<BellStatus, BellTrigger>.Create("bell", BellStatus.Idle, table =>
    {
        table.Move(BellStatus.Idle, BellTrigger.Wind, BellStatus.Wound);
        table.OtherwiseStay(BellTrigger.Wind);
        table.Move(BellStatus.Wound, BellTrigger.Time, BellStatus.Rung);
        table.OtherwiseStay(BellTrigger.Time);
        table.OtherwiseStay(BellTrigger.Report);
        table.Move(BellStatus.Rung, BellTrigger.Reset, BellStatus.Idle);
        table.OtherwiseRefuse(BellTrigger.Reset, Silent);
    });

    public static MachineInfo Info { get; } = new("bell", 1, Table);

    public static MachineFormat<Bell, BellEvent, BellEffect> Format { get; } =
        new(Info, BellJson.Default.Bell, BellJson.Default.BellEvent, BellJson.Default.BellEffect);

    public static StreamId Stream(string name) => StreamId.Create("bell", name);

    public static Decision<BellEvent> Decide(Bell? state, BellCommand command, in CommandContext context) => command switch
    {
        BellCommand.Wind wind when (state?.Status ?? BellStatus.Idle) == BellStatus.Idle => new BellEvent.Wound(context.Now + wind.For, wind.Tone),
        BellCommand.Wind => Decision<BellEvent>.Nothing,
        BellCommand.Note note => new BellEvent.Noted(note.Text),
        BellCommand.Chime chime => new BellEvent.Chimed(chime.Tone),
        BellCommand.Reset => state?.Status == BellStatus.Rung ? new BellEvent.Reset() : Silent.Refuse(),
        _ => throw new InvalidOperationException(),
    };

    public static Bell Evolve(Bell? state, BellEvent @event)
    {
        state ??= new Bell(BellStatus.Idle, null, "", []);
        return @event switch
        {
            BellEvent.Wound wound => state with { Status = BellStatus.Wound, At = wound.At, Tone = wound.Tone },
            BellEvent.Rang => state with { Status = BellStatus.Rung, At = null },
            BellEvent.Noted noted => state with { Notes = [.. state.Notes, noted.Text] },
            BellEvent.Chimed => state,
            BellEvent.Reset => state with { Status = BellStatus.Idle, Tone = "" },
            _ => throw new InvalidOperationException(),
        };
    }

    public static Decision<BellEvent> Advance(Bell state, DateTimeOffset now) =>
        state.Status == BellStatus.Wound && state.At <= now ? new BellEvent.Rang(state.At.Value) : Decision<BellEvent>.Nothing;

    public static DateTimeOffset? NextDeadline(Bell state) => state.At;

    public static void React(BellEvent @event, Bell after, ICollection<BellEffect> effects)
    {
        if (@event is BellEvent.Rang)
        {
            effects.Add(new BellEffect.Tell(after.Tone));
        }

        if (@event is BellEvent.Chimed chimed)
        {
            effects.Add(new BellEffect.Tell(chimed.Tone));
        }
    }

    public static StatusChange Describe(Bell? before, BellEvent @event, Bell after) =>
        new("", (before?.Status ?? BellStatus.Idle).ToString(), after.Status.ToString());

    public static IReadOnlyList<IndexEntry> Index(Bell state) => [new("bell-status", state.Status.ToString())];

    public static IReadOnlyList<string> Claims(Bell state) => state.Tone.Length == 0 ? [] : [$"tone/{state.Tone}"];

    public static IReadOnlyList<ActionStatus> Explain(Bell? state, in CommandContext context) =>
        [ActionStatus.From("Reset", state?.Status == BellStatus.Rung ? null : Silent.Refuse())];
}

internal enum BellStatus
{
    Idle,
    Wound,
    Rung,
}

internal enum BellTrigger
{
    Wind,
    Time,
    Report,
    Reset,
}

internal sealed record Bell(BellStatus Status, DateTimeOffset? At, string Tone, IReadOnlyList<string> Notes);

internal abstract record BellCommand
{
    public sealed record Wind(TimeSpan For, string Tone) : BellCommand;

    public sealed record Note(string Text) : BellCommand;

    public sealed record Chime(string Tone) : BellCommand;

    public sealed record Reset : BellCommand;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Wound), "wound")]
[JsonDerivedType(typeof(Rang), "rang")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Chimed), "chimed")]
[JsonDerivedType(typeof(Reset), "reset")]
internal abstract record BellEvent
{
    public sealed record Wound(DateTimeOffset At, string Tone) : BellEvent;

    public sealed record Rang(DateTimeOffset At) : BellEvent;

    public sealed record Noted(string Text) : BellEvent;

    public sealed record Chimed(string Tone) : BellEvent;

    public sealed record Reset : BellEvent;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Tell), "tell")]
internal abstract record BellEffect
{
    public sealed record Tell(string Tone) : BellEffect;
}

[JsonSerializable(typeof(Bell))]
[JsonSerializable(typeof(BellEvent))]
[JsonSerializable(typeof(BellEffect))]
internal sealed partial class BellJson : JsonSerializerContext;
