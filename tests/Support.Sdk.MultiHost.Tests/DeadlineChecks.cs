using Support.Sdk.PostgreSql.Host;
using Support.Sdk.Sessions;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Whether time was kept (SES-13): what falls due is committed on time by some host, and nothing that came too late came before it.</summary>
internal sealed class DeadlineChecks
{
    private readonly History _history;
    private readonly TimeSpan _bound;
    private readonly StallMeter _stalls;
    private readonly List<(string What, DateTimeOffset Due, DateTimeOffset At)> _fired = [];

    public DeadlineChecks(History history, TimeSpan bound, StallMeter stalls)
    {
        (_history, _bound, _stalls) = (history, bound, stalls);
        foreach (var step in history.Sessions.Values.SelectMany(steps => steps))
        {
            switch (step.Event)
            {
                case SessionEvent.Expired expired:
                    _fired.Add((Name("expiry", step.Recorded), expired.At, step.Recorded.At));
                    break;
                case SessionEvent.AccessTimedOut timedOut:
                    _fired.Add((Name("consent", step.Recorded), timedOut.At, step.Recorded.At));
                    break;
            }
        }

        foreach (var step in history.Errands.Values.SelectMany(steps => steps))
        {
            if (step.Event is ErrandEvent.Sent { Due: { } due })
            {
                _fired.Add((Name("errand", step.Recorded), due, step.Recorded.At));
            }
        }

        static string Name(string what, Stores.RecordedEvent recorded) => $"{what} {recorded.Stream}/{recorded.Version} (by {recorded.ActorId}, {recorded.CorrelationId})";
    }

    public int Fired => _fired.Count;

    /// <summary>How late deadlines fired, in milliseconds, from the earliest to the latest.</summary>
    public IReadOnlyList<double> Lateness => [.. _fired.Select(one => (one.At - one.Due).TotalMilliseconds).Order()];

    public IEnumerable<string> Check()
    {
        foreach (var (what, due, at) in _fired)
        {
            // A machine that did not run this process did not run the hosts either; what was measured of that is not theirs.
            var allowed = _bound + _stalls.Between(due, at);
            if (at < due || at - due > allowed)
            {
                yield return $"{what} was due at {due:O} and fired at {at:O}: {(at - due).TotalMilliseconds:0} ms late, {allowed.TotalMilliseconds:0} ms are allowed";
            }
        }

        foreach (var (stream, steps) in _history.Sessions)
        {
            var last = steps[^1].After;
            if (last.IsLive)
            {
                yield return $"{stream} lives on as {last.Status}, though its time was over at {last.ExpiresAt:O}";
            }

            foreach (var step in steps.Where(step => step.Before is { IsLive: true } && step.Recorded.At >= step.Before.ExpiresAt))
            {
                if (step.Event is not (SessionEvent.Expired or SessionEvent.AccessTimedOut))
                {
                    yield return $"{stream}/{step.Recorded.Version}: {step.Event.GetType().Name} won over the expiry, {(step.Recorded.At - step.Before!.ExpiresAt).TotalMilliseconds:0} ms after its time";
                }
            }
        }
    }
}
