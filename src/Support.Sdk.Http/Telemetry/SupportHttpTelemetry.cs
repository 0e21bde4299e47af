using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Support.Sdk.Http;

/// <summary>The one activity source and meter of the vendor clients.</summary>
internal sealed class SupportHttpTelemetry : IDisposable
{
    public const string Name = "Support.Sdk.Http";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Histogram<double> _limiterWait;
    private readonly Counter<long> _refreshes;

    public SupportHttpTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>("support.http.request.duration", "s", "Duration of a call, waits and retries included.");
        _retries = meter.CreateCounter<long>("support.http.retries", "{retry}", "Attempts that were repeated.");
        _limiterWait = meter.CreateHistogram<double>("support.http.limiter.wait", "s", "Time a call waited for the vendor's rate limit or a free slot.");
        _refreshes = meter.CreateCounter<long>("support.http.token.refreshes", "{refresh}", "Token refreshes by outcome.");
    }

    public ActivitySource Source { get; } = new(Name);

    public void CallEnded(string vendor, string operation, string outcome, TimeSpan duration)
    {
        if (_duration.Enabled)
        {
            _duration.Record(duration.TotalSeconds, new("support.vendor", vendor), new("support.operation", operation), new("support.outcome", outcome));
        }
    }

    public void Retried(string vendor, string operation) => _retries.Add(1, new("support.vendor", vendor), new("support.operation", operation));

    public void Waited(string vendor, string operation, TimeSpan wait)
    {
        if (_limiterWait.Enabled)
        {
            _limiterWait.Record(wait.TotalSeconds, new("support.vendor", vendor), new("support.operation", operation));
        }
    }

    public void TokenRefreshed(string vendor, string outcome) => _refreshes.Add(1, new("support.vendor", vendor), new("support.outcome", outcome));

    public void Dispose() => Source.Dispose();
}
