using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Support.Sdk.PostgreSql;

/// <summary>Traces and metrics of the PostgreSQL store, under its package id.</summary>
internal sealed class PostgreSqlStoreTelemetry
{
    public const string Name = "Support.Sdk.PostgreSql";

    private static readonly ActivitySource Source = new(Name);

    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double>? _commitDuration;

    /// <param name="meterFactory">Makes the meter; without it nothing is measured.</param>
    /// <param name="timeProvider">Measures durations.</param>
    public PostgreSqlStoreTelemetry(IMeterFactory? meterFactory, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _commitDuration = meterFactory?.Create(Name).CreateHistogram<double>(
            "support.postgresql.commit.duration",
            "s",
            "How long a commit took, from the call to the durable end, waiting and repetitions included.");
    }

    public static Activity? StartCommit() => Source.StartActivity("postgresql commit", ActivityKind.Client);

    public long Now() => _timeProvider.GetTimestamp();

    public void CommitEnded(Activity? activity, long started, string outcome)
    {
        activity?.SetTag("support.outcome", outcome);
        _commitDuration?.Record(_timeProvider.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("support.outcome", outcome));
    }
}
