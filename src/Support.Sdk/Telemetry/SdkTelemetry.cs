using System.Diagnostics;
using System.Diagnostics.Metrics;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

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
    private readonly Counter<long> _importRows;
    private readonly Counter<long> _importMemberships;
    private readonly Histogram<double> _importChunkDuration;
    private readonly Histogram<double> _importRunDuration;

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
        _importRows = meter.CreateCounter<long>("support.import.rows", "{row}", "Rows of imports that are over with, by outcome.");
        _importMemberships = meter.CreateCounter<long>("support.import.memberships", "{membership}", "Campaign memberships of rows that are over with, by outcome.");
        _importChunkDuration = meter.CreateHistogram<double>("support.import.chunk.duration", "s", "How long a chunk was written, until it was settled.");
        _importRunDuration = meter.CreateHistogram<double>("support.import.run.duration", "s", "How long a run of an import took, by outcome.");
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

    public void RecordImported(ImportCounts counts)
    {
        Count(_importRows, counts.Created, "created");
        Count(_importRows, counts.Updated, "updated");
        Count(_importRows, counts.Unchanged, "unchanged");
        Count(_importRows, counts.Repeated, "repeated");
        Count(_importRows, counts.Conflicts, "conflict");
        Count(_importRows, counts.Invalid, "invalid");
        Count(_importRows, counts.Failed, "failed");
        Count(_importMemberships, counts.Linked, "linked");
        Count(_importMemberships, counts.LinkedBefore, "kept");
        Count(_importMemberships, counts.NotLinked, "failed");
    }

    public void RecordImportChunk(TimeSpan duration) => _importChunkDuration.Record(duration.TotalSeconds);

    public void RecordImportRun(string outcome, TimeSpan duration) =>
        _importRunDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("support.outcome", outcome));

    public void Dispose() => Activities.Dispose();

    private static void Count(Counter<long> counter, long count, string outcome)
    {
        if (count > 0)
        {
            counter.Add(count, new KeyValuePair<string, object?>("support.outcome", outcome));
        }
    }
}
