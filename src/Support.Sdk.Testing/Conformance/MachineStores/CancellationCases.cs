namespace Support.Sdk.Testing.Conformance;

internal static class CancellationCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("cancellation/before", "a call whose token is cancelled already throws and changes nothing", Before),
        new("cancellation/during", "a commit cancelled on its way happened whole or not at all, and the store goes on", During),
    ];

    private static async Task Before(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        var lease = Given.Lease("worker", 60);
        foreach (var (call, what) in new (Func<Task>, string)[]
        {
            (() => store.LoadAsync(effect.Stream, cancelled).AsTask(), "a cancelled load"),
            (() => store.CommitAsync(Given.Commit(effect.Stream, 1), cancelled).AsTask(), "a cancelled commit"),
            (() => Given.HistoryAsync(store, effect.Stream, 0, cancelled), "a cancelled reading of the history"),
            (() => store.FindAsync(new("a", "b"), cancellationToken: cancelled).AsTask(), "a cancelled search"),
            (() => store.CountAsync(new("a", "b"), 10, cancelled).AsTask(), "a cancelled count"),
            (() => store.LeaseEffectsAsync(lease, Given.Now, 10, cancelled).AsTask(), "a cancelled lease of effects"),
            (() => store.LeaseEffectAsync(effect, lease, Given.Now, cancelled).AsTask(), "a cancelled lease of an effect"),
            (() => store.LeaseDeadlinesAsync(lease, Given.Now, 10, cancelled).AsTask(), "a cancelled lease of deadlines"),
            (() => store.NextDueAsync(cancelled).AsTask(), "a cancelled look at the next work"),
            (() => store.NextDueEffectAsync(cancelled).AsTask(), "a cancelled look at the next effect"),
            (() => store.NextDueDeadlineAsync(cancelled).AsTask(), "a cancelled look at the next deadline"),
            (() => store.ReadChangesAsync(0, 10, cancelled).AsTask(), "a cancelled reading of changes"),
            (() => store.LastPositionAsync(cancelled).AsTask(), "a cancelled look at the last position"),
            (() => store.CheckAsync(cancelled).AsTask(), "a cancelled check"),
        })
        {
            await Verify.ThrowsAsync<OperationCanceledException>(call, what).ConfigureAwait(false);
        }

        Verify.Equal(1, (await store.LoadAsync(effect.Stream, ct).ConfigureAwait(false))!.Version, "the version after a cancelled commit");
        Verify.Equal(1, await EffectLeaseCases.LeasedAsync(store, Given.Lease("rival", 60), Given.Now, ct).ConfigureAwait(false), "the effects free after cancelled leases");
    }

    private static async Task During(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var committed = 0L;
        for (var i = 0; i < 40; i++)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var stream = Given.Stream($"s{i}");
            var commit = Task.Run(async () => await store.CommitAsync(Given.CommitWithEffects(stream, 1), cancellation.Token).ConfigureAwait(false), ct);
            await cancellation.CancelAsync().ConfigureAwait(false);
            try
            {
                await commit.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // Either outcome is allowed; what follows checks that it is one of the two.
            }

            var version = (await store.LoadAsync(stream, ct).ConfigureAwait(false))?.Version ?? 0;
            var history = await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false);
            var effects = await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);
            Verify.Equal((version, version), ((long)history.Count, (long)effects), "the events and the effects of a commit cancelled on its way");
            committed += version;
        }

        Verify.Equal(committed, (await store.ReadChangesAsync(0, 100, ct).ConfigureAwait(false)).Count, "the changes of all commits");
    }
}
