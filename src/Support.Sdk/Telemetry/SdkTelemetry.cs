using System.Diagnostics;
using System.Diagnostics.Metrics;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Telemetry;

/// <summary>The measurements and traces of the package; names are public API and stand in <c>docs/telemetry.md</c>.</summary>
internal sealed class SdkTelemetry : IDisposable
{
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _transitions;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _effectRuns;
    private readonly Histogram<double> _effectLag;
    private readonly Histogram<double> _deadlineLag;
    private readonly UpDownCounter<long> _feedListeners;
    private readonly Counter<long> _feedChanges;
    private readonly Counter<long> _feedResets;
    private readonly Histogram<double> _feedLag;

    public SdkTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(SupportSdkTelemetry.Name);
        _decisions = meter.CreateCounter<long>("support.machine.decisions", "{decision}", "Commands decided, by machine, command, outcome and refusal code.");
        _transitions = meter.CreateCounter<long>("support.machine.transitions", "{event}", "Events committed, by machine, event, from and to.");
        _conflicts = meter.CreateCounter<long>("support.machine.conflicts", "{conflict}", "Commits that met a newer version and were decided anew, by machine.");
        _effectRuns = meter.CreateCounter<long>("support.effect.runs", "{attempt}", "Attempts of effects, by machine, effect and outcome.");
        _effectLag = meter.CreateHistogram<double>("support.effect.lag", "s", "How late the worker took an effect that was due.");
        _deadlineLag = meter.CreateHistogram<double>("support.deadline.lag", "s", "How late the worker took a deadline that was due.");
        _feedListeners = meter.CreateUpDownCounter<long>("support.feed.listeners", "{listener}", "Listeners of the live feed of sessions, now.");
        _feedChanges = meter.CreateCounter<long>("support.feed.changes", "{change}", "Changes handed to listeners.");
        _feedResets = meter.CreateCounter<long>("support.feed.resets", "{reset}", "Listeners told to list again, by reason.");
        _feedLag = meter.CreateHistogram<double>("support.feed.lag", "s", "How long after its commit a change was handed to the listeners.");
    }

    public ActivitySource Activities { get; } = new(SupportSdkTelemetry.Name);

    public void RecordDecision(string machine, string command, string outcome, string refusal) =>
        _decisions.Add(1, new("support.machine", machine), new("support.command", command), new("support.outcome", outcome), new("support.refusal", refusal));

    public void RecordTransition(string machine, string eventType, StatusChange change) =>
        _transitions.Add(1, new("support.machine", machine), new("support.event", eventType), new("support.from", change.From), new("support.to", change.To));

    public void RecordConflict(string machine) => _conflicts.Add(1, new KeyValuePair<string, object?>("support.machine", machine));

    public void RecordEffectRun(string machine, string effect, string outcome) =>
        _effectRuns.Add(1, new("support.machine", machine), new("support.effect", effect), new("support.outcome", outcome));

    public void RecordEffectLag(string machine, TimeSpan lag) => _effectLag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("support.machine", machine));

    public void RecordDeadlineLag(string machine, TimeSpan lag) => _deadlineLag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("support.machine", machine));

    public void RecordListener(int change) => _feedListeners.Add(change);

    public void RecordFeedChange(int listeners, TimeSpan lag)
    {
        _feedChanges.Add(listeners);
        _feedLag.Record(lag.TotalSeconds);
    }

    public void RecordFeedReset(string reason) => _feedResets.Add(1, new KeyValuePair<string, object?>("support.reason", reason));

    public void Dispose() => Activities.Dispose();
}
