using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Stores;

namespace Support.Sdk.Work;

/// <summary>Makes happen what time brings about, although nobody touches the stream.</summary>
internal sealed class DeadlineWorker(
    DueWork work,
    IMachineStore store,
    WorkSignal signal,
    TimeProvider timeProvider,
    IOptions<SupportSdkOptions> options,
    ILogger<DeadlineWorker> logger) : Worker(store, signal, timeProvider, options.Value.Deadlines.PollInterval, logger)
{
    protected override Task<int> RunDueAsync(CancellationToken cancellationToken) =>
        options.Value.Deadlines.WorkerEnabled ? work.RunDeadlinesAsync(cancellationToken) : Task.FromResult(0);
}
