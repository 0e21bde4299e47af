using System.Text;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Testing;

// One step, and what must hold of it.
public sealed partial class MachineExplorer<TMachine, TState, TCommand, TEvent, TEffect>
{
    private Violation? Step(Node node, ExplorationInput<TCommand> input, out Node next, out IReadOnlyList<TableEdge> edges)
    {
        next = node;
        edges = [];
        try
        {
            var now = node.Now + input.Wait;
            var context = new CommandContext(_model.Actor, now);
            var untouched = Text(node.State);
            var decision = Ask(node.State, input, context);
            if (Text(node.State) != untouched || Text(Ask(node.State, input, context)) != Text(decision))
            {
                return new(ExplorationCheck.DecidePure, "Deciding changed the state, or decided differently when asked again.");
            }

            var (state, replayed, effects) = (node.State, node.Replayed, new List<TEffect>());
            foreach (var @event in decision)
            {
                state = TMachine.Evolve(state, @event);
                replayed = TMachine.Evolve(replayed, TMachine.Format.Read(TMachine.Format.Write(@event)));
                TMachine.React(@event, state, effects);
            }

            next = new(node, input, state, replayed, now, node.Depth + 1);
            var step = new ExploredStep<TState, TCommand, TEvent>(node.State, input.Command, now, decision, state);
            var tableSteps = _model.TableStepsOf(step).ToList();
            edges = [.. tableSteps.Select(tableStep => tableStep.Edge)];
            return CheckRefusal(step)
                ?? CheckExplain(step, context)
                ?? tableSteps.Select(tableStep => CheckTable(tableStep, decision)).FirstOrDefault(violation => violation is not null)
                ?? CheckFormat(state, replayed, effects)
                ?? CheckTime(state, now, isAdvanced: input.Command is null)
                ?? _model.ViolationsOf(step).Select(detail => new Violation(ExplorationCheck.Model, detail)).FirstOrDefault();
        }
        catch (Exception exception)
        {
            return new(ExplorationCheck.NoException, exception.ToString());
        }
    }

    private static Decision<TEvent> Ask(TState? state, ExplorationInput<TCommand> input, in CommandContext context) => input.Command is { } command
        ? TMachine.Decide(state, command, context)
        : state is null ? Decision<TEvent>.Nothing : TMachine.Advance(state, context.Now);

    private static Violation? CheckRefusal(ExploredStep<TState, TCommand, TEvent> step)
    {
        if (step.Decision.Refusal is not { } refusal)
        {
            return null;
        }

        if (step.Command is null)
        {
            return new(ExplorationCheck.AdvanceIdempotent, $"Time was refused: {refusal}.");
        }

        return refusal.NotBefore <= step.Now
            ? new(ExplorationCheck.RefusalNotBefore, $"It is {step.Now:O} already, and the machine refuses with {refusal}.")
            : null;
    }

    private Violation? CheckExplain(ExploredStep<TState, TCommand, TEvent> step, in CommandContext context)
    {
        if (step.Command is null || _model.ActionOf(step.Before, step.Command) is not var (action, subject))
        {
            return null;
        }

        foreach (var status in TMachine.Explain(step.Before, context))
        {
            if (status.Action == action && status.Subject == subject
                && ((status.Availability == ActionAvailability.Allowed && !step.Decision.IsAccepted)
                    || (status.Availability == ActionAvailability.Refused && step.Decision.IsAccepted)))
            {
                return new(ExplorationCheck.ExplainAgrees, $"Explain says {action} '{subject}' is {status.Availability} ({status.Refusal}), the decision was {step.Decision}.");
            }
        }

        return null;
    }

    private static Violation? CheckTable(TableStep step, Decision<TEvent> decision)
    {
        var row = TMachine.Info.Tables.FirstOrDefault(table => table.Name == step.Table)?.Rows.FirstOrDefault(row => row.From == step.From && row.Trigger == step.Trigger);
        var problem = (row, decision.Refusal) switch
        {
            (null, _) => "there is no such cell.",
            ({ } cell, { } refusal) when !cell.Refusals.Any(code => code.Code == refusal.Code) => $"the table does not name the refusal {refusal}.",
            (_, { }) => null,
            ({ Outcome: TransitionOutcome.Refused }, _) => "the table refuses, the machine accepted.",
            ({ } cell, _) when !cell.Targets.Contains(step.To) => $"the table does not lead to {step.To}.",
            _ => null,
        };
        return problem is null ? null : new(ExplorationCheck.TransitionTable, $"{step.Edge}: {problem}");
    }

    private static Violation? CheckFormat(TState? state, TState? replayed, List<TEffect> effects)
    {
        if (state is not null)
        {
            var written = Text(state);
            if (written != Text(replayed))
            {
                return new(ExplorationCheck.ReplayEqualsState, $"The state is {written}, replayed it is {Text(replayed)}.");
            }

            if (written != Text(TMachine.Format.Read(TMachine.Format.Write(state))))
            {
                return new(ExplorationCheck.SnapshotRoundTrip, $"The state {written} is another one when read again.");
            }
        }

        foreach (var effect in effects)
        {
            var data = TMachine.Format.Write(effect);
            if (!data.Span.SequenceEqual(TMachine.Format.Write(TMachine.Format.ReadEffect(data.Span)).Span))
            {
                return new(ExplorationCheck.EffectRoundTrip, $"The effect {effect} is another one when read again.");
            }
        }

        return null;
    }

    private static Violation? CheckTime(TState? state, DateTimeOffset now, bool isAdvanced)
    {
        if (state is null)
        {
            return null;
        }

        if (isAdvanced && TMachine.Advance(state, now) is { Count: > 0 } again)
        {
            return new(ExplorationCheck.AdvanceIdempotent, $"At the same instant, time would once more make happen: {again}.");
        }

        if (TMachine.NextDeadline(state) is not { } deadline)
        {
            return null;
        }

        if (isAdvanced && deadline <= now)
        {
            return new(ExplorationCheck.DeadlineExact, $"The next deadline {deadline:O} does not lie after {now:O}.");
        }

        if (TMachine.Advance(state, deadline).Count == 0 || (deadline > now && TMachine.Advance(state, deadline.AddTicks(-1)).Count > 0))
        {
            return new(ExplorationCheck.DeadlineExact, $"Time makes something happen before {deadline:O}, or nothing then.");
        }

        return null;
    }

    private static string Text(TState? state) => state is null ? "" : Encoding.UTF8.GetString(TMachine.Format.Write(state).Data.Span);

    private static string Text(Decision<TEvent> decision)
    {
        var text = new StringBuilder(decision.Refusal?.ToString());
        foreach (var @event in decision)
        {
            text.Append(Encoding.UTF8.GetString(TMachine.Format.Write(@event).Data.Span)).Append('\n');
        }

        return text.ToString();
    }
}
