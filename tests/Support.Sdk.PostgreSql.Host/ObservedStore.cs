using System.Reflection;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>The store, with every commit told to the test as soon as the store has acknowledged it. Everything else passes through.</summary>
/// <remarks>Public, not sealed and made by reflection, for that is what a dispatch proxy needs.</remarks>
public class ObservedStore : DispatchProxy
{
    private IMachineStore _inner = null!;
    private Traps _traps = null!;
    private Action<HostMessage> _tell = null!;

    internal static IMachineStore Observe(IMachineStore inner, Traps traps, Action<HostMessage> tell)
    {
        var store = Create<IMachineStore, ObservedStore>();
        var observed = (ObservedStore)(object)store;
        (observed._inner, observed._traps, observed._tell) = (inner, traps, tell);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args!) switch
    {
        (nameof(IMachineStore.CommitAsync), [StreamCommit commit, CancellationToken token]) => CommitAsync(commit, token),
        (nameof(IMachineStore.LeaseDeadlinesAsync), [Lease lease, DateTimeOffset now, int limit, CancellationToken token]) =>
            LeasedAsync(_inner.LeaseDeadlinesAsync(lease, now, limit, token), Trap.DeadlinesLeased),
        (nameof(IMachineStore.LeaseEffectsAsync), [Lease lease, DateTimeOffset now, int limit, CancellationToken token]) =>
            LeasedAsync(_inner.LeaseEffectsAsync(lease, now, limit, token), Trap.EffectsLeased),
        _ => targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null),
    };

    private async ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken)
    {
        var result = await _inner.CommitAsync(commit, cancellationToken);
        if (result.Status is CommitStatus.Committed)
        {
            await _traps.StepAsync(Trap.Committed);
            _tell(new("committed")
            {
                Id = commit.CorrelationId,
                Stream = commit.Stream.Value,
                Version = result.Version,
                Position = result.Position,
                Types = [.. commit.Events.Select(one => one.Event.Type)],
                Actor = commit.ActorId,
            });
        }

        return result;
    }

    private async ValueTask<IReadOnlyList<T>> LeasedAsync<T>(ValueTask<IReadOnlyList<T>> leasing, Trap trap)
    {
        var leased = await leasing;
        if (leased.Count > 0)
        {
            await _traps.StepAsync(trap);
        }

        return leased;
    }
}
