using Support.Sdk.Sessions;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Several technicians take one session at once: one has it, and the others are told so (SES-15).</summary>
internal sealed class TakeChecks
{
    private readonly Ledger _ledger;
    private readonly History _history;

    public TakeChecks(Ledger ledger, History history) => (_ledger, _history) = (ledger, history);

    /// <summary>How often a session lay in the queue until somebody took it.</summary>
    public int Won { get; private set; }

    /// <summary>How many more technicians wanted a session that somebody else was given.</summary>
    public int LostRaces { get; private set; }

    public IEnumerable<string> Check() => _history.Sessions.SelectMany(session => OneWinnerEach(session.Key, session.Value)).Concat(LosersAreTold());

    private IEnumerable<string> OneWinnerEach(string stream, List<SessionStep> steps)
    {
        var winners = new Dictionary<string, long>(StringComparer.Ordinal);
        var queuedAt = 0L;
        foreach (var step in steps)
        {
            if (step is { Before: not null, Before.Status: not SessionStatus.InQueue, After.Status: SessionStatus.InQueue })
            {
                queuedAt = step.Recorded.Version;
            }

            if (step.Event is not SessionEvent.Assigned assigned || !_ledger.Commands.TryGetValue(step.Recorded.CorrelationId, out var given) || given.Command.Kind != "take")
            {
                continue;
            }

            Won++;
            if (step.Before!.Status != SessionStatus.InQueue || assigned.Technician != given.Command.Actor || step.Recorded.ActorId != given.Command.Actor)
            {
                yield return $"{stream}/{step.Recorded.Version}: {given.Command.Actor} took a session that was {step.Before.Status} of {step.Before.Assignee}, and {assigned.Technician} has it";
            }

            if (!winners.TryAdd(given.Command.Id, queuedAt) || winners.Values.Count(period => period == queuedAt) > 1)
            {
                yield return $"{stream}/{step.Recorded.Version}: the session that came into the queue at version {queuedAt} was taken twice";
            }
        }

        // An accepted take is one of those; a host that died may have kept a winner's answer to itself.
        foreach (var given in _ledger.Commands.Values.Where(given => given.Command.Kind == "take" && SupportSessionMachine.StreamOf(given.Command.Key).Value == stream))
        {
            if (given.Accepted && !winners.ContainsKey(given.Command.Id))
            {
                yield return $"{given.Command} was accepted, and the history does not know it";
            }
            else if (!given.Accepted && given.Lost == 0 && winners.ContainsKey(given.Command.Id))
            {
                yield return $"{given.Command} was refused with {given.Answer.Refusal}, and happened";
            }
        }
    }

    private IEnumerable<string> LosersAreTold()
    {
        foreach (var given in _ledger.Commands.Values.Where(given => given.Command.Kind == "take" && given.Answer.Refusal == SessionRefusals.AlreadyAssigned.Code))
        {
            LostRaces++;
            var steps = _history.Sessions[SupportSessionMachine.StreamOf(given.Command.Key).Value];
            if (!steps.Any(step => step.After.Assignee == given.Answer.Detail))
            {
                yield return $"{given.Command} was told that '{given.Answer.Detail}' has the session, who never had it";
            }
        }
    }
}
