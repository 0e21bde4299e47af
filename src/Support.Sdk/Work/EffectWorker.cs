using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Stores;

namespace Support.Sdk.Work;

/// <summary>Runs effects that are due: those whose host died, and those that wait for another attempt.</summary>
internal sealed class EffectWorker(
    DueWork work,
    IMachineStore store,
    WorkSignal signal,
    TimeProvider timeProvider,
    IOptions<SupportSdkOptions> options,
    ILogger<EffectWorker> logger) : Worker(store, signal, timeProvider, options.Value.Effects.PollInterval, logger)
{
    protected override Task<int> RunDueAsync(CancellationToken cancellationToken) =>
        options.Value.Effects.WorkerEnabled ? work.RunEffectsAsync(cancellationToken) : Task.FromResult(0);
}
