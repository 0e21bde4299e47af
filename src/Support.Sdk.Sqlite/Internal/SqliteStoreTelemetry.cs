using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Support.Sdk.Sqlite;

/// <summary>Traces and metrics of the SQLite store, under its package id.</summary>
internal sealed class SqliteStoreTelemetry
{
    public const string Name = "Support.Sdk.Sqlite";

    private static readonly ActivitySource Source = new(Name);

    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double>? _commitDuration;

    /// <param name="meterFactory">Makes the meter; without it nothing is measured.</param>
    /// <param name="timeProvider">Measures durations.</param>
    public SqliteStoreTelemetry(IMeterFactory? meterFactory, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _commitDuration = meterFactory?.Create(Name).CreateHistogram<double>(
            "support.sqlite.commit.duration",
            "s",
            "How long a commit took, from the call to the durable end, waiting included.");
    }

    public static Activity? StartCommit() => Source.StartActivity("sqlite commit", ActivityKind.Client);

    public long Now() => _timeProvider.GetTimestamp();

    public void CommitEnded(Activity? activity, long started, string outcome)
    {
        activity?.SetTag("support.outcome", outcome);
        _commitDuration?.Record(_timeProvider.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("support.outcome", outcome));
    }
}
