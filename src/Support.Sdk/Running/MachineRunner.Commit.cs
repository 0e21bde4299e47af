using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Running;

// Load, advance, decide, commit.
public sealed partial class MachineRunner<TMachine, TState, TCommand, TEvent, TEffect>
{
    /// <summary>Decides until the commit meets the version it was decided on. Without a command, only what time brings about is committed.</summary>
    private async ValueTask<CommitOutcome> CommitAsync(
        StreamId stream,
        TCommand? command,
        CommandOrigin origin,
        EffectId? completes,
        CommandOptions options,
        CancellationToken cancellationToken)
    {
        var key = options.Key is { } wanted ? new KeyedCommand(wanted, origin) : null;
        for (var attempt = 1; attempt <= _options.MaxDecisionAttempts; attempt++)
        {
            var (state, version) = await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
            if (key is not null && await FindAsync(key, stream, version, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            var now = _timeProvider.GetUtcNow();

            // Time first, and in the name of the system: a late command never wins over an expiry. What it demands of the world is left to the workers,
            // so that one slow vendor delays neither the caller nor the next deadline.
            if (state is not null && TMachine.Advance(state, now) is { Count: > 0 } happened)
            {
                var system = CommandOrigin.System with { CorrelationId = origin.CorrelationId };
                var (advanced, result) = await TryCommitAsync(stream, state, version, happened, system, null, EffectExecution.Background, now, cancellationToken).ConfigureAwait(false);
                if (result.Status != CommitStatus.Committed)
                {
                    _telemetry.RecordConflict(TMachine.Info.Name);
                    continue;
                }

                (state, version) = (advanced.State, result.Version);
                if (command is null)
                {
                    return new(null, true, []);
                }
            }

            if (command is null)
            {
                return new(null, false, []);
            }

            if (options.ExpectedVersion is { } expected && expected != version)
            {
                return new(KernelRefusals.VersionChanged.Refuse(expected, version), false, []);
            }

            var decision = TMachine.Decide(state, command, new CommandContext(origin.Actor, now, origin.CorrelationId));
            if (decision.Refusal is { } refusal)
            {
                return new(refusal, false, []);
            }

            if (decision.Count == 0)
            {
                return new(null, false, []);
            }

            var (next, committed) = await TryCommitAsync(stream, state, version, decision, key?.Origin ?? origin, completes, options.Effects, now, cancellationToken).ConfigureAwait(false);
            switch (committed.Status)
            {
                case CommitStatus.Committed:
                    return new(null, true, next.Effects);
                case CommitStatus.ClaimTaken:
                    return new(KernelRefusals.ClaimTaken.Refuse(committed.Claim ?? ""), false, []);
                default:
                    _telemetry.RecordConflict(TMachine.Info.Name);
                    break;
            }
        }

        return new(KernelRefusals.Conflict.Refuse(_options.MaxDecisionAttempts), false, []);
    }

    private async ValueTask<((TState State, IReadOnlyList<StoredEffect> Effects) Next, CommitResult Result)> TryCommitAsync(
        StreamId stream,
        TState? state,
        long version,
        Decision<TEvent> decision,
        CommandOrigin origin,
        EffectId? completes,
        EffectExecution execution,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var events = new List<NewEvent>(decision.Count);
        List<NewEffect> newEffects = [];
        List<TEffect> demanded = [];
        foreach (var happened in decision)
        {
            var before = state;
            state = TMachine.Evolve(before, happened);
            events.Add(new(TMachine.Format.Write(happened), TMachine.Describe(before, happened, state)));
            demanded.Clear();
            TMachine.React(happened, state, demanded);
            for (var ordinal = 0; ordinal < demanded.Count; ordinal++)
            {
                newEffects.Add(new(new(stream, version + events.Count, ordinal), TMachine.Format.Write(demanded[ordinal])));
            }
        }

        var lease = new Lease(_host.Owner, now + _options.Effects.Lease);
        var result = await _store.CommitAsync(
            new StreamCommit
            {
                Stream = stream,
                ExpectedVersion = version,
                Events = events,
                Snapshot = TMachine.Format.Write(state!),
                Deadline = TMachine.NextDeadline(state!),
                Effects = newEffects,
                EffectLease = newEffects.Count > 0 && execution == EffectExecution.Inline ? lease : null,
                CompletesEffect = completes,
                Claims = TMachine.Claims(state!),
                Index = TMachine.Index(state!),
                ActorId = origin.Actor.Id,
                At = now,
                CorrelationId = origin.CorrelationId,
            },
            cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.Committed)
        {
            foreach (var committed in events)
            {
                _telemetry.RecordTransition(TMachine.Info.Name, committed.Event.Type, committed.Change);
            }

            _signal.Pulse();
        }

        IReadOnlyList<StoredEffect> inline = execution == EffectExecution.Background ? [] :
        [
            .. newEffects.Select(effect => new StoredEffect(
                effect.Id, TMachine.Info.Version, effect.Data, EffectStatus.Pending, 0, now, now, origin.Actor.Id, origin.CorrelationId, null)),
        ];
        return ((state!, inline), result);
    }

    private async ValueTask<(TState? State, long Version)> LoadAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var record = await _store.LoadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return (null, 0);
        }

        if (TMachine.Format.Read(record.Snapshot) is { } state)
        {
            return (state, record.Version);
        }

        // An older version wrote the snapshot: the events are the truth.
        TState? rebuilt = null;
        var version = 0L;
        await foreach (var recorded in _store.ReadEventsAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            rebuilt = TMachine.Evolve(rebuilt, TMachine.Format.Read(recorded.Event));
            version = recorded.Version;
        }

        SdkLog.SnapshotRebuilt(_logger, stream.Value, version);
        return (rebuilt, version);
    }

    /// <summary>What became of a command: refused, committed, or accepted with nothing to record; and the effects that this process is to run.</summary>
    private readonly record struct CommitOutcome(Refusal? Refusal, bool Committed, IReadOnlyList<StoredEffect> Effects, bool Repeated = false);
}
