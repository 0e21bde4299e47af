using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Stores;

namespace Support.Sdk.Work;

/// <summary>
/// Runs effects that are due: those of deadlines and webhooks, those whose host died, and those that wait for another attempt. A slow one occupies its own
/// place and holds up none of the others.
/// </summary>
internal sealed class EffectWorker(
    DueWork work,
    IMachineStore store,
    WorkSignal signal,
    TimeProvider timeProvider,
    IOptions<SupportSdkOptions> options,
    ILogger<EffectWorker> logger) : Worker(options.Value.Effects.WorkerEnabled, signal, timeProvider, options.Value.Effects.PollInterval, logger)
{
    private readonly EffectOptions _options = options.Value.Effects;
    private readonly List<Task> _running = [];

    protected override async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        _running.RemoveAll(attempt => attempt.IsCompleted);
        if (_running.Count == _options.Concurrency)
        {
            await Task.WhenAny(_running).ConfigureAwait(false);
            _running.RemoveAll(attempt => attempt.IsCompleted);
        }

        var started = await work.StartEffectsAsync(_options.Concurrency - _running.Count, cancellationToken).ConfigureAwait(false);
        _running.AddRange(started);
        return started.Count;
    }

    protected override ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueEffectAsync(cancellationToken);

    protected override Task DrainAsync() => Task.WhenAll(_running);
}
