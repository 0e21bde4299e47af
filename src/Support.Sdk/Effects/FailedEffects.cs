using System.Runtime.CompilerServices;
using System.Text;
using Support.Sdk.Stores;
using Support.Sdk.Work;

namespace Support.Sdk.Effects;

/// <summary>The effects that failed for good: lists, retries and discards them.</summary>
/// <remarks>Thread-safe. Effects contain what commands contained; show them to administrators only.</remarks>
public sealed class FailedEffects
{
    private const int PageSize = 100;

    private readonly IMachineStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly WorkSignal _signal;

    internal FailedEffects(IMachineStore store, TimeProvider timeProvider, WorkSignal signal)
    {
        _store = store;
        _timeProvider = timeProvider;
        _signal = signal;
    }

    /// <summary>Lists the failed effects, ordered by the text of their id.</summary>
    public async IAsyncEnumerable<FailedEffect> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        EffectId? after = null;
        while (true)
        {
            var page = await _store.ListFailedEffectsAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var effect in page)
            {
                yield return new(
                    effect.Id,
                    Encoding.UTF8.GetString(effect.Data.Span),
                    effect.Attempts,
                    effect.CommittedAt,
                    effect.ActorId,
                    effect.CorrelationId,
                    effect.LastError ?? "");
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Has a failed effect run again as soon as possible, with its attempts counted anew.</summary>
    /// <returns><see langword="false"/> when there is no such failed effect.</returns>
    public async ValueTask<bool> RetryAsync(EffectId effect, CancellationToken cancellationToken = default)
    {
        var found = await _store.RetryEffectAsync(effect, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        _signal.Pulse();
        return found;
    }

    /// <summary>Removes a failed effect without running it.</summary>
    /// <returns><see langword="false"/> when there is no such failed effect.</returns>
    public ValueTask<bool> DiscardAsync(EffectId effect, CancellationToken cancellationToken = default) => _store.DiscardEffectAsync(effect, cancellationToken);
}
