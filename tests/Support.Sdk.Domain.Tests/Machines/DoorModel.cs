using Support.Sdk.Testing;

namespace Support.Sdk.Tests.Machines;

public sealed class DoorModel : MachineModel<Door, DoorCommand, DoorEvent>
{
    public bool WithLock { get; init; } = true;

    public int MaxOpenings { get; init; } = int.MaxValue;

    // The first command is a detour, so that a path found breadth first is not minimal yet.
    public bool OnlyPaintFirst { get; init; }

    public override TimeSpan ClockStep => TimeSpan.FromSeconds(4);

    public override IEnumerable<DoorCommand> CommandsIn(Door? state, DateTimeOffset now)
    {
        yield return new DoorCommand.Paint("red");
        if (OnlyPaintFirst && state is null)
        {
            yield break;
        }

        yield return new DoorCommand.Open();
        yield return new DoorCommand.Close();
        if (WithLock)
        {
            yield return new DoorCommand.Lock(5);
        }
    }

    public override string Abstract(Door? state, DateTimeOffset now) =>
        state is null ? "" : $"{state.Status} {state.Colour} {Math.Min(state.Openings, 3)} {(state.Until - now)?.TotalSeconds <= 5}";

    public override IEnumerable<TableStep> TableStepsOf(ExploredStep<Door, DoorCommand, DoorEvent> step)
    {
        var trigger = step.Command switch
        {
            null => DoorTrigger.TimeUp,
            DoorCommand.Open => DoorTrigger.Open,
            DoorCommand.Close => DoorTrigger.Close,
            DoorCommand.Lock => DoorTrigger.Lock,
            _ => DoorTrigger.Paint,
        };
        var from = step.Before?.Status ?? DoorStatus.Closed;

        // While time is not up yet, it is no trigger.
        return step.Command is null && step.Before?.Until > step.Now
            ? []
            : [TableStep.Of("door", from, trigger, step.After?.Status ?? DoorStatus.Closed)];
    }

    public override (string Action, string Subject)? ActionOf(Door? state, DoorCommand command) => command is DoorCommand.Open ? ("Open", "") : null;

    public override IEnumerable<string> ViolationsOf(ExploredStep<Door, DoorCommand, DoorEvent> step)
    {
        if (step.After?.Openings > MaxOpenings)
        {
            yield return $"Opened {step.After.Openings} times.";
        }
    }
}
