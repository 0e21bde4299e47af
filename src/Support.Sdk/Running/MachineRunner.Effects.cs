using Support.Sdk.Effects;
using Support.Sdk.Failures;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Running;

// Effects: inline after a commit, or taken over by a worker.
public sealed partial class MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>
{
    /// <inheritdoc />
    async Task IMachineRunner.RunEffectAsync(StoredEffect effect, CancellationToken cancellationToken)
    {
        try
        {
            var follow = await RunOneAsync(effect, isInline: false, cancellationToken).ConfigureAwait(false);
            await RunInlineAsync(follow, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SdkLog.EffectInterrupted(_logger, effect.Id.ToString(), exception);
        }
    }

    // What an effect reports may demand further effects; they are run in the order in which they were demanded.
    private async ValueTask RunInlineAsync(IReadOnlyList<StoredEffect> effects, CancellationToken cancellationToken)
    {
        var open = new Queue<StoredEffect>(effects);
        while (open.TryDequeue(out var effect))
        {
            foreach (var follow in await RunOneAsync(effect, isInline: true, cancellationToken).ConfigureAwait(false))
            {
                open.Enqueue(follow);
            }
        }
    }

    private async ValueTask<IReadOnlyList<StoredEffect>> RunOneAsync(StoredEffect effect, bool isInline, CancellationToken cancellationToken)
    {
        // The lease is the host's, so it does not keep this host's worker and an inline run apart.
        if (!_running.TryAdd(effect.Id, 0))
        {
            return [];
        }

        try
        {
            return !isInline || await HoldAsync(effect, cancellationToken).ConfigureAwait(false)
                ? await RunLeasedAsync(effect, cancellationToken).ConfigureAwait(false)
                : [];
        }
        finally
        {
            _running.TryRemove(effect.Id, out _);
        }
    }

    // The lease of an inline effect began with the decision. After a slow commit, or behind slow effects, it may be over, and the effect somebody else's or done.
    private async ValueTask<bool> HoldAsync(StoredEffect effect, CancellationToken cancellationToken)
    {
        var now = _timeProvider.GetUtcNow();
        if (now - effect.CommittedAt < _options.Effects.Lease / 2)
        {
            return true;
        }

        if (await _store.LeaseEffectAsync(effect.Id, new Lease(_host.Owner, now + _options.Effects.Lease), now, cancellationToken).ConfigureAwait(false) is not null)
        {
            return true;
        }

        SdkLog.LeaseLost(_logger, effect.Id.ToString());
        return false;
    }

    private async ValueTask<IReadOnlyList<StoredEffect>> RunLeasedAsync(StoredEffect effect, CancellationToken cancellationToken)
    {
        using var activity = _telemetry.Activities.StartActivity($"{TMachine.Info.Name} effect");
        activity?.SetTag("support.effect.id", effect.Id.ToString());
        var content = TMachine.Format.ReadEffect(effect.Data.Span);
        EffectResult<TCommand> result;
        try
        {
            result = await AttemptAsync(effect, content, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The lease was lost: another host runs the effect.
            return [];
        }

        var name = content.GetType().Name;
        _telemetry.RecordEffectRun(TMachine.Info.Name, name, result.Kind switch
        {
            EffectResultKind.Done => "done",
            EffectResultKind.Retry => "retry",
            _ => "failed",
        });
        activity?.SetTag("support.outcome", result.Kind.ToString());
        switch (result.Kind)
        {
            case EffectResultKind.Done:
                return await CompleteAsync(effect, result.Command, cancellationToken).ConfigureAwait(false);
            case EffectResultKind.Retry:
                await PostponeAsync(effect, result, cancellationToken).ConfigureAwait(false);
                return [];
            default:
                return await FailAsync(effect, result, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<EffectResult<TCommand>> AttemptAsync(StoredEffect effect, TEffect content, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewLeaseAsync(effect.Id, attempt);
        try
        {
            var context = new EffectContext(effect.Id, effect.Attempts + 1, effect.CommittedAt, effect.ActorId, effect.CorrelationId);
            var (state, _) = await LoadAsync(effect.Id.Stream, attempt.Token).ConfigureAwait(false);
            var result = state is null
                ? EffectResult<TCommand>.Fail($"The stream {effect.Id.Stream} is gone.")
                : await _handler.RunAsync(content, state, context, attempt.Token).ConfigureAwait(false);
            return result.Kind == EffectResultKind.Retry && IsLastAttempt(effect) ? GiveUp(content, FailureKind.Transient, result.Reason) : result;
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is IVendorFailure { Kind: not (FailureKind.Transient or FailureKind.Conflict) } failure)
        {
            return GiveUp(content, failure.Kind, failure.Description);
        }
        catch (Exception exception)
        {
            var failure = exception as IVendorFailure;
            var reason = failure?.Description ?? $"{exception.GetType().Name}: {exception.Message}";
            return IsLastAttempt(effect) ? GiveUp(content, FailureKind.Transient, reason) : EffectResult<TCommand>.Retry(reason, failure?.RetryAfter);
        }
        finally
        {
            await attempt.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
        }
    }

    private bool IsLastAttempt(StoredEffect effect) => effect.Attempts + 1 >= _options.Effects.MaxAttempts;

    private EffectResult<TCommand> GiveUp(TEffect content, FailureKind kind, string reason) =>
        EffectResult<TCommand>.Fail(reason, _handler.GiveUp(content, kind, reason));

    // A slow vendor must not cost the lease: it is extended at half its time for as long as the attempt runs.
    private async Task RenewLeaseAsync(EffectId effect, CancellationTokenSource attempt)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_options.Effects.Lease / 2, _timeProvider, attempt.Token).ConfigureAwait(false);
                var now = _timeProvider.GetUtcNow();
                var renewed = await _store.LeaseEffectAsync(effect, new Lease(_host.Owner, now + _options.Effects.Lease), now, attempt.Token).ConfigureAwait(false);
                if (renewed is null)
                {
                    SdkLog.LeaseLost(_logger, effect.ToString());
                    await attempt.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The attempt is over.
        }
        catch (Exception exception)
        {
            // Without the store the lease cannot be held: stop before another host starts.
            SdkLog.EffectInterrupted(_logger, effect.ToString(), exception);
            await attempt.CancelAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<StoredEffect>> CompleteAsync(StoredEffect effect, TCommand? report, CancellationToken cancellationToken)
    {
        var outcome = await ReportAsync(effect, report, effect.Id, cancellationToken).ConfigureAwait(false);
        if (outcome?.Refusal?.Code == KernelRefusals.Conflict.Code)
        {
            await PostponeAsync(effect, EffectResult<TCommand>.Retry(outcome.Value.Refusal.ToString()), cancellationToken).ConfigureAwait(false);
            return outcome.Value.Effects;
        }

        if (outcome is not { Committed: true } && !await _store.CompleteEffectAsync(effect.Id, _host.Owner, cancellationToken).ConfigureAwait(false))
        {
            SdkLog.LeaseLost(_logger, effect.Id.ToString());
        }

        return outcome?.Effects ?? [];
    }

    private async ValueTask PostponeAsync(StoredEffect effect, EffectResult<TCommand> result, CancellationToken cancellationToken)
    {
        var dueAt = _timeProvider.GetUtcNow() + Delay(effect.Attempts, result.After);
        SdkLog.EffectPostponed(_logger, effect.Id.ToString(), effect.Attempts + 1, dueAt, result.Reason);
        if (!await _store.PostponeEffectAsync(effect.Id, _host.Owner, dueAt, result.Reason, cancellationToken).ConfigureAwait(false))
        {
            SdkLog.LeaseLost(_logger, effect.Id.ToString());
        }

        _signal.Pulse();
    }

    // The machine is told first: should the process die in between, the effect is run once more and finds that it is no longer wanted.
    private async ValueTask<IReadOnlyList<StoredEffect>> FailAsync(StoredEffect effect, EffectResult<TCommand> result, CancellationToken cancellationToken)
    {
        var outcome = await ReportAsync(effect, result.Command, completes: null, cancellationToken).ConfigureAwait(false);
        SdkLog.EffectFailed(_logger, effect.Id.ToString(), effect.Attempts + 1, result.Reason);
        if (!await _store.FailEffectAsync(effect.Id, _host.Owner, result.Reason, cancellationToken).ConfigureAwait(false))
        {
            SdkLog.LeaseLost(_logger, effect.Id.ToString());
        }

        return outcome?.Effects ?? [];
    }

    private async ValueTask<CommitOutcome?> ReportAsync(StoredEffect effect, TCommand? report, EffectId? completes, CancellationToken cancellationToken)
    {
        if (report is null)
        {
            return null;
        }

        var origin = CommandOrigin.System with { CorrelationId = effect.CorrelationId };
        var outcome = await CommitAsync(effect.Id.Stream, report, origin, completes, options: default, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal is { } refusal)
        {
            SdkLog.ReportRefused(_logger, effect.Id.ToString(), refusal.ToString());
        }

        return outcome;
    }

    private TimeSpan Delay(int failedAttempts, TimeSpan? atLeast)
    {
        var limits = _options.Effects;
        var delay = failedAttempts >= 30 ? limits.MaxDelay : limits.BaseDelay * Math.Pow(2, failedAttempts);
        delay = atLeast > delay ? atLeast.Value : delay;
        return delay < limits.MaxDelay ? delay : limits.MaxDelay;
    }
}
