using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Work;

/// <summary>Runs the work that is due: effects left by others, and deadlines.</summary>
/// <remarks>
/// Thread-safe. The hosted workers call it; tests, and programs with a loop of their own, may call it themselves.
/// </remarks>
public sealed class DueWork
{
    private readonly IMachineStore _store;
    private readonly Dictionary<string, IMachineRunner> _runners;
    private readonly HostIdentity _host;
    private readonly TimeProvider _timeProvider;
    private readonly SupportSdkOptions _options;
    private readonly SdkTelemetry _telemetry;
    private readonly ILogger<DueWork> _logger;

    internal DueWork(
        IMachineStore store,
        IEnumerable<IMachineRunner> runners,
        HostIdentity host,
        TimeProvider timeProvider,
        IOptions<SupportSdkOptions> options,
        SdkTelemetry telemetry,
        ILogger<DueWork> logger)
    {
        _store = store;
        _runners = runners.ToDictionary(runner => runner.Machine, StringComparer.Ordinal);
        _host = host;
        _timeProvider = timeProvider;
        _options = options.Value;
        _telemetry = telemetry;
        _logger = logger;
    }

    /// <summary>Runs everything that is due now, and what becomes due thereby, until nothing is.</summary>
    /// <returns>How many deadlines and attempts of effects were run.</returns>
    public async Task<int> RunAllAsync(CancellationToken cancellationToken = default)
    {
        var total = 0;
        while (true)
        {
            var count = await RunDeadlinesAsync(cancellationToken).ConfigureAwait(false) + await RunEffectsAsync(cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return total;
            }

            total += count;
        }
    }

    /// <summary>Takes a batch of due effects and runs one attempt of each, several at a time.</summary>
    /// <returns>How many were run; 0 when none was due.</returns>
    public async Task<int> RunEffectsAsync(CancellationToken cancellationToken = default)
    {
        var attempts = await StartEffectsAsync(_options.Effects.Concurrency, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(attempts).ConfigureAwait(false);
        return attempts.Count;
    }

    /// <summary>Takes a batch of due deadlines and makes happen what time has brought about.</summary>
    /// <returns>How many were run; 0 when none was due.</returns>
    public async Task<int> RunDeadlinesAsync(CancellationToken cancellationToken = default)
    {
        var now = _timeProvider.GetUtcNow();
        var lease = new Lease(_host.Owner, now + _options.Deadlines.Lease);
        var deadlines = await _store.LeaseDeadlinesAsync(lease, now, _options.Deadlines.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var deadline in deadlines)
        {
            _telemetry.RecordDeadlineLag(deadline.Stream.Machine, now - deadline.Deadline);
            if (_runners.TryGetValue(deadline.Stream.Machine, out var runner))
            {
                try
                {
                    await runner.AdvanceAsync(deadline, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The lease runs out and the deadline is taken again: one stream that cannot be read must not hold up the others.
                    SdkLog.DeadlineFailed(_logger, deadline.Stream.Value, exception);
                }
            }
            else
            {
                SdkLog.UnknownMachine(_logger, deadline.Stream.Machine);
            }
        }

        return deadlines.Count;
    }

    /// <summary>Takes up to <paramref name="limit"/> due effects and starts one attempt of each, without waiting for them.</summary>
    internal async Task<IReadOnlyList<Task>> StartEffectsAsync(int limit, CancellationToken cancellationToken)
    {
        var now = _timeProvider.GetUtcNow();
        var lease = new Lease(_host.Owner, now + _options.Effects.Lease);
        var effects = await _store.LeaseEffectsAsync(lease, now, limit, cancellationToken).ConfigureAwait(false);
        return [.. effects.Select(effect => RunEffectAsync(effect, now, cancellationToken))];
    }

    private async Task RunEffectAsync(StoredEffect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _telemetry.RecordEffectLag(effect.Id.Stream.Machine, now - effect.DueAt);
        if (_runners.TryGetValue(effect.Id.Stream.Machine, out var runner))
        {
            await runner.RunEffectAsync(effect, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Another host may know the machine: the lease runs out and the effect is free again.
            SdkLog.UnknownMachine(_logger, effect.Id.Stream.Machine);
        }
    }
}
