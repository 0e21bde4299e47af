namespace Support.Sdk.Salesforce.Bulk;

/// <summary>How often a job is looked at. The wait doubles from look to look; each look costs one call of the daily budget.</summary>
public sealed record BulkPolling
{
    /// <summary>The wait before the first look.</summary>
    /// <value>1 second by default; above zero.</value>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    /// <value>30 seconds by default; <see cref="FirstWait"/> or more.</value>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long in all; afterwards waiting throws <see cref="TimeoutException"/>. The job goes on.</summary>
    /// <value>2 hours by default; above zero.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Looks until the job is over.</summary>
    internal async Task<BulkJob> WaitAsync(string jobId, Func<CancellationToken, Task<BulkJob>> look, TimeProvider clock, IProgress<BulkJob>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstWait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestWait, FirstWait);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Patience, TimeSpan.Zero);
        var begin = clock.GetTimestamp();
        var wait = FirstWait;
        while (true)
        {
            if (clock.GetElapsedTime(begin) + wait > Patience)
            {
                throw new TimeoutException($"Salesforce job {jobId} is not over after {Patience}; it goes on, look again later.");
            }

            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            var job = await look(cancellationToken).ConfigureAwait(false);
            progress?.Report(job);
            if (job.IsTerminal)
            {
                return job;
            }

            wait = wait < LongestWait / 2 ? wait * 2 : LongestWait;
        }
    }
}
