using System.Globalization;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Bulk jobs, run by the clock: what is due is done before the next request looks (fact sheet section 7.4).</summary>
internal sealed class JobQueue(ZendeskAccount account)
{
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);

    /// <summary>Queues one step per record; a step answers its entry of <c>results</c>.</summary>
    public JsonObject Enqueue(IReadOnlyList<Func<JsonObject>> steps, string origin)
    {
        var running = _jobs.Values.Where(job => !job.IsDone).Select(job => job.Id).ToList();
        if (account.Options.RateLimits.ConcurrentJobs is { } limit && running.Count >= limit)
        {
            throw new RefusalException(ZendeskErrors.TooManyJobs(running));
        }

        var starts = account.Options.TimeProvider.GetUtcNow() + account.Options.JobQueueTime;
        var job = new Job("V3-" + account.Ids.Hex(32), starts, steps);
        _jobs.Add(job.Id, job);
        return ToJson(job, origin);
    }

    /// <summary>Does all that is due by now.</summary>
    public void RunDue()
    {
        var now = account.Options.TimeProvider.GetUtcNow();
        foreach (var job in _jobs.Values)
        {
            while (!job.IsDone && job.Starts + (account.Options.JobTimePerRecord * (job.Results.Count + 1)) <= now)
            {
                job.Results.Add(job.Steps[job.Results.Count]());
            }

            if (job.IsDone)
            {
                job.CompletedAt ??= job.Starts + (account.Options.JobTimePerRecord * job.Steps.Count);
            }
        }
    }

    public JsonObject Show(string id, string origin) =>
        _jobs.TryGetValue(id, out var job) ? ToJson(job, origin) : throw new RefusalException(ZendeskErrors.RecordNotFound());

    private JsonObject ToJson(Job job, string origin)
    {
        var started = job.Starts <= account.Options.TimeProvider.GetUtcNow();
        return new JsonObject
        {
            ["id"] = job.Id,
            ["url"] = $"{origin}/api/v2/job_statuses/{job.Id}.json",
            ["total"] = job.Steps.Count,
            ["progress"] = started ? job.Results.Count : null,
            ["status"] = job.CompletedAt is not null ? "completed" : started ? "working" : "queued",
            ["message"] = job.CompletedAt is { } at
                ? "Completed at " + at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss '+0000'", CultureInfo.InvariantCulture)
                : started ? $"Updating Ticket #{job.Results.Count}" : null,
            ["results"] = job.CompletedAt is null ? null : ZendeskJson.Array(job.Results.Select(result => result.DeepClone())),
        };
    }

    private sealed record Job(string Id, DateTimeOffset Starts, IReadOnlyList<Func<JsonObject>> Steps)
    {
        public List<JsonObject> Results { get; } = [];

        public DateTimeOffset? CompletedAt { get; set; }

        public bool IsDone => Results.Count == Steps.Count;
    }
}
