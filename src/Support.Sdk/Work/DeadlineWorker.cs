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
    ILogger<DeadlineWorker> logger) : Worker(options.Value.Deadlines.WorkerEnabled, signal, timeProvider, options.Value.Deadlines.PollInterval, logger)
{
    protected override Task<int> RunDueAsync(CancellationToken cancellationToken) => work.RunDeadlinesAsync(cancellationToken);

    protected override ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueDeadlineAsync(cancellationToken);
}
