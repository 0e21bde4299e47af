using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Machines;

public static class DoorRefusals
{
    public static RefusalCode Locked { get; } = new("door.locked", "DOOR-01", ["until"], Remedy.Wait("until"));

    public static RefusalCode IsOpen { get; } = new("door.is-open", "DOOR-02", remedies: Remedy.Action("Close"));

    public static RefusalCode Surprise { get; } = new("door.surprise", "DOOR-03");

    public static TransitionTable<DoorStatus, DoorTrigger> Table { get; } = TransitionTable<DoorStatus, DoorTrigger>.Create("door", DoorStatus.Closed, table =>
    {
        table.Move(DoorStatus.Closed, DoorTrigger.Open, DoorStatus.Open);
        table.Stay(DoorStatus.Open, DoorTrigger.Open);
        table.Refuse(DoorStatus.Locked, DoorTrigger.Open, Locked);
        table.Move(DoorStatus.Open, DoorTrigger.Close, DoorStatus.Closed);
        table.OtherwiseStay(DoorTrigger.Close);
        table.Move(DoorStatus.Closed, DoorTrigger.Lock, DoorStatus.Locked);
        table.Refuse(DoorStatus.Open, DoorTrigger.Lock, IsOpen);
        table.Stay(DoorStatus.Locked, DoorTrigger.Lock);
        table.OtherwiseStay(DoorTrigger.Paint);
        table.Move(DoorStatus.Open, DoorTrigger.TimeUp, DoorStatus.Closed);
        table.Move(DoorStatus.Locked, DoorTrigger.TimeUp, DoorStatus.Closed);
        table.OtherwiseStay(DoorTrigger.TimeUp);
    });
}

public sealed class DoorMachine<TFault> : IMachine<Door, DoorCommand, DoorEvent, DoorEffect>
    where TFault : IDoorFault
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(10);
    private static readonly Door Fresh = new(DoorStatus.Closed, null, 0);
    private static int s_calls;

    public static MachineInfo Info { get; } = new("doors", 1, DoorRefusals.Table);

    public static MachineFormat<Door, DoorEvent, DoorEffect> Format { get; } =
        new(Info, DoorJsonContext.Default.Door, DoorJsonContext.Default.DoorEvent, DoorJsonContext.Default.DoorEffect);

    public static Decision<DoorEvent> Decide(Door? state, DoorCommand command, in CommandContext context)
    {
        state ??= Fresh;
        return command switch
        {
            DoorCommand.Open when OpenGuard(state, context.Now) is { } refusal => refusal,
            DoorCommand.Open when state.Status == DoorStatus.Open => Decision<DoorEvent>.Nothing,
            DoorCommand.Open => new DoorEvent.Opened(Breaks(ExplorationCheck.DecidePure) ? context.Now.AddTicks(++s_calls) : context.Now),
            DoorCommand.Close when Breaks(ExplorationCheck.NoException) && state.Openings == 2 => throw new InvalidOperationException("The hinge broke."),
            DoorCommand.Close => state.Status == DoorStatus.Open ? new DoorEvent.Closed() : Decision<DoorEvent>.Nothing,
            DoorCommand.Lock when state.Status == DoorStatus.Open =>
                (Breaks(ExplorationCheck.TransitionTable) ? DoorRefusals.Surprise : DoorRefusals.IsOpen).Refuse(),
            DoorCommand.Lock when state.Status == DoorStatus.Locked => Decision<DoorEvent>.Nothing,
            DoorCommand.Lock locking => new DoorEvent.Locked(context.Now.AddMinutes(locking.Minutes)),
            DoorCommand.Paint paint => paint.Colour == state.Colour ? Decision<DoorEvent>.Nothing : new DoorEvent.Painted(paint.Colour),
            _ => throw new UnreachableException(),
        };
    }

    public static Door Evolve(Door? state, DoorEvent @event)
    {
        state ??= Fresh;
        return @event switch
        {
            DoorEvent.Opened opened => state with { Status = DoorStatus.Open, Until = opened.At + OpenFor, Openings = state.Openings + 1 },
            DoorEvent.Closed => state with { Status = DoorStatus.Closed, Until = null },
            DoorEvent.Locked locked => state with
            {
                Status = DoorStatus.Locked,
                Until = locked.Until,
                Openings = Breaks(ExplorationCheck.ReplayEqualsState) ? ++s_calls : state.Openings,
            },
            DoorEvent.Painted painted => state with { Colour = painted.Colour },
            _ => throw new UnreachableException(),
        };
    }

    public static Decision<DoorEvent> Advance(Door state, DateTimeOffset now)
    {
        var isDue = Breaks(ExplorationCheck.DeadlineExact) ? state.Until < now : state.Until <= now;
        return isDue || (Breaks(ExplorationCheck.AdvanceIdempotent) && state is { Status: DoorStatus.Closed, Colour: "red" })
            ? new DoorEvent.Closed()
            : Decision<DoorEvent>.Nothing;
    }

    public static DateTimeOffset? NextDeadline(Door state) => state.Until;

    public static void React(DoorEvent @event, Door after, ICollection<DoorEffect> effects)
    {
        if (@event is DoorEvent.Opened)
        {
            effects.Add(new DoorEffect.Ring(after.Openings));
        }
    }

    public static StatusChange Describe(Door? before, DoorEvent @event, Door after) =>
        new("", (before ?? Fresh).Status.ToString(), after.Status.ToString());

    public static IReadOnlyList<ActionStatus> Explain(Door? state, in CommandContext context) =>
    [
        Breaks(ExplorationCheck.ExplainAgrees)
            ? ActionStatus.Allowed("Open")
            : ActionStatus.From("Open", OpenGuard(state ?? Fresh, context.Now)),
    ];

    private static bool Breaks(ExplorationCheck check) => TFault.Breaks == check;

    private static Refusal? OpenGuard(Door state, DateTimeOffset now) => state.Status == DoorStatus.Locked
        ? DoorRefusals.Locked.Refuse(Breaks(ExplorationCheck.RefusalNotBefore) ? now : state.Until!.Value)
        : null;
}
