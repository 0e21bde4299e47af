namespace Support.Sdk.Zendesk.Jobs;

/// <summary>Background jobs (fact sheet 7.4). Immutable and thread-safe.</summary>
public class JobsClient
{
    private static readonly VendorOperation ShowOperation = new("zendesk.jobs.show", RetryMeaning.Safe);
    private readonly VendorTransport _transport;
    private readonly TimeProvider _clock;

    internal JobsClient(VendorTransport transport, TimeProvider clock)
    {
        _transport = transport;
        _clock = clock;
    }

    /// <summary>For test doubles.</summary>
    protected JobsClient()
    {
        _transport = null!;
        _clock = TimeProvider.System;
    }

    /// <summary>Shows a job.</summary>
    public virtual async Task<JobStatus> ShowAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(ShowOperation, VendorPath.Of($"api/v2/job_statuses/{jobId}"));
        return (await _transport.SendAsync(request, ZendeskJson.Default.JobEnvelope, cancellationToken).ConfigureAwait(false)).JobStatus;
    }

    /// <summary>Waits until a job is over; that it is over does not mean that all its items worked.</summary>
    /// <param name="job">The job as last seen.</param>
    /// <param name="polling">How often to look; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A wait is not as <see cref="JobPolling"/> demands.</exception>
    /// <exception cref="TimeoutException">It is not over after <see cref="JobPolling.Patience"/>.</exception>
    public virtual async Task<JobStatus> WaitAsync(JobStatus job, JobPolling? polling = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        polling ??= new JobPolling();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(polling.FirstWait, TimeSpan.Zero, nameof(polling));
        ArgumentOutOfRangeException.ThrowIfLessThan(polling.LongestWait, polling.FirstWait, nameof(polling));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(polling.Patience, TimeSpan.Zero, nameof(polling));
        var begin = _clock.GetTimestamp();
        var wait = polling.FirstWait;
        while (!job.IsTerminal)
        {
            if (_clock.GetElapsedTime(begin) + wait > polling.Patience)
            {
                throw new TimeoutException($"Zendesk job {job.Id} is still '{job.Status}' after {polling.Patience}; it goes on, look again later.");
            }

            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            wait = wait < polling.LongestWait / 2 ? wait * 2 : polling.LongestWait;
            job = await ShowAsync(job.Id, cancellationToken).ConfigureAwait(false);
        }

        return job;
    }
}
