using Support.Sdk.PostgreSql.Host;
using Support.Sdk.StateMachines;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Holds what the hosts were told against the history.</summary>
internal static class AcknowledgementChecks
{
    /// <summary>Commands whose repeat finds done what it asks for.</summary>
    private static readonly string[] Repeatable = ["create", "note", "order"];

    /// <summary>Every acknowledged commit is in the history, with its very versions, position and events.</summary>
    public static IEnumerable<string> CommitsAreThere(Ledger ledger, History history)
    {
        var events = history.All.ToDictionary(recorded => (recorded.Stream.Value, recorded.Version));
        foreach (var commit in ledger.Commits)
        {
            for (var i = 0; i < commit.Types.Length; i++)
            {
                var version = commit.Version - commit.Types.Length + 1 + i;
                if (!events.TryGetValue((commit.Stream, version), out var recorded))
                {
                    yield return $"the commit of {commit.Stream}/{version} was acknowledged and is lost";
                }
                else if (recorded.Event.Type != commit.Types[i] || recorded.CorrelationId != commit.Id || recorded.ActorId != commit.Actor)
                {
                    yield return $"{commit.Stream}/{version} was acknowledged as {commit.Types[i]} by {commit.Actor} for {commit.Id}, and is {recorded.Event.Type} by {recorded.ActorId} for {recorded.CorrelationId}";
                }
                else if (i == commit.Types.Length - 1 && recorded.Position != commit.Position)
                {
                    yield return $"{commit.Stream}/{version} was acknowledged at {commit.Position} and is at {recorded.Position}";
                }
            }
        }
    }

    /// <summary>What was accepted happened, once; what was refused did not happen. Of a command whose host died, neither is known, but no repeat happened twice.</summary>
    public static IEnumerable<string> AnswersAreTrue(Ledger ledger, History history)
    {
        var acknowledged = ledger.Commits.Where(IsOwn).ToLookup(commit => commit.Id, StringComparer.Ordinal);
        var recorded = history.All.Where(one => one.ActorId != Actor.System.Id).ToLookup(one => one.CorrelationId, StringComparer.Ordinal);
        foreach (var (id, given) in ledger.Commands)
        {
            var (commits, events) = (acknowledged[id].Count(), recorded[id].Count());
            if (given.Answer.Kind == "failed")
            {
                yield return $"{given.Command} failed: {given.Answer.Detail}";
            }
            else if (given.Lost == 0 && (commits != events || events > 1 || (!given.Accepted && events > 0)))
            {
                yield return $"{given.Command} was answered with '{given.Answer.Refusal}' after {commits} commits, and the history has {events} events of it";
            }
            else if (events > 1 && Repeatable.Contains(given.Command.Kind))
            {
                yield return $"{given.Command} was repeated, and happened {events} times";
            }
        }

        foreach (var correlation in recorded.Where(group => !ledger.Commands.ContainsKey(group.Key)))
        {
            yield return $"the history has events of '{correlation.Key}', which nobody gave";
        }

        static bool IsOwn(HostMessage commit) => commit.Actor != Actor.System.Id;
    }
}
