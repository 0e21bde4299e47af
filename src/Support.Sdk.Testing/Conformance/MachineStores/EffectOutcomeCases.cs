using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class EffectOutcomeCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("effects/complete", "a completed effect is gone, once, for its owner only", Complete),
        new("effects/complete-late", "a lease that ran out but that nobody took still allows its owner to complete", CompleteLate),
        new("effects/postpone", "a postponed effect counts the attempt, keeps the error and waits for its new time without a lease", Postpone),
        new("effects/unleased", "without a lease nothing can be completed, postponed or failed", Unleased),
        new("effects/completed-by-commit", "a commit removes the effect whose outcome it reports, whoever leases it", CompletedByCommit),
        new("effects/completed-by-commit-missing", "a commit that reports the outcome of an effect no longer stored goes through", CompletedByCommitMissing),
    ];

    private static async Task Complete(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);

        Verify.True(!await store.CompleteEffectAsync(effect, "rival", ct).ConfigureAwait(false), "another owner cannot complete it");
        Verify.True(!await store.CompleteEffectAsync(effect, "Worker", ct).ConfigureAwait(false), "owners are compared ordinally");
        Verify.True(await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "its owner completes it");
        Verify.True(!await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "it cannot be completed twice");
        Verify.Equal(0, await EffectLeaseCases.LeasedAsync(store, Given.Lease("rival", 7200), Given.Now.AddHours(1), ct).ConfigureAwait(false), "the effects left");
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work");
    }

    private static async Task CompleteLate(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", -60), Given.Now, ct).ConfigureAwait(false);

        Verify.True(await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "the owner of a lease that ran out completes the effect");
    }

    private static async Task Postpone(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 600), Given.Now, ct).ConfigureAwait(false);
        var later = Given.Now.AddSeconds(5).AddTicks(1);

        Verify.True(!await store.PostponeEffectAsync(effect, "rival", later, "503", ct).ConfigureAwait(false), "another owner cannot postpone it");
        Verify.True(await store.PostponeEffectAsync(effect, "worker", later.ToOffset(TimeSpan.FromHours(2)), "503 – später", ct).ConfigureAwait(false), "its owner postpones it");
        Verify.True(!await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "postponing ended the lease");
        Verify.Equal(later, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work");
        Verify.Equal(0, await EffectLeaseCases.LeasedAsync(store, Given.Lease("rival", 600), later.AddTicks(-1), ct).ConfigureAwait(false), "the effects due a tick before");
        var again = (await store.LeaseEffectsAsync(Given.Lease("rival", 600), later, 10, ct).ConfigureAwait(false)).Single();
        Verify.Equal(1, again.Attempts, "the attempts so far");
        Verify.Equal("503 – später", again.LastError, "the last error");
        Verify.Equal(later, again.DueAt, "when it was due");
        Verify.Equal(Given.Now, again.CommittedAt, "when it was committed");
        Verify.True(await store.PostponeEffectAsync(effect, "rival", later, "504", ct).ConfigureAwait(false), "the next owner postpones it too");
        var third = Verify.NotNull(await store.LeaseEffectAsync(effect, Given.Lease("worker", 600), later, ct).ConfigureAwait(false), "the effect");
        Verify.Equal((2, "504"), (third.Attempts, third.LastError), "the attempts and the last error after two");
    }

    private static async Task Unleased(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        foreach (var id in new[] { effect, effect with { Ordinal = 9 } })
        {
            Verify.True(!await store.CompleteEffectAsync(id, "worker", ct).ConfigureAwait(false), "an effect nobody leased cannot be completed");
            Verify.True(!await store.PostponeEffectAsync(id, "worker", Given.Now, "no", ct).ConfigureAwait(false), "an effect nobody leased cannot be postponed");
            Verify.True(!await store.FailEffectAsync(id, "worker", "no", ct).ConfigureAwait(false), "an effect nobody leased cannot be failed");
        }

        var stored = (await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false)).Single();
        Verify.Equal((0, null), (stored.Attempts, stored.LastError), "the attempts and the last error of the untouched effect");
    }

    private static async Task CompletedByCommit(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(store, Given.CommitWithEffects(stream, 2, Given.Lease("host", 30)), ct).ConfigureAwait(false);
        var confirm = Given.Commit(stream, 1) with
        {
            CompletesEffect = Given.Effect(stream),
            Effects = [Given.NewEffect(Given.Effect(stream, 2))],
        };
        await Given.CommittedAsync(store, confirm, ct).ConfigureAwait(false);

        Verify.True(!await store.CompleteEffectAsync(Given.Effect(stream), "host", ct).ConfigureAwait(false), "the commit completed the effect");
        var left = await store.LeaseEffectsAsync(Given.Lease("worker", 600), Given.Now.AddSeconds(30), 10, ct).ConfigureAwait(false);
        Verify.Sequence([Given.Effect(stream, 1, 1), Given.Effect(stream, 2)], left.Select(effect => effect.Id), "the effects left");
    }

    private static async Task CompletedByCommitMissing(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(effect.Stream, 1) with { CompletesEffect = effect }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(effect.Stream, 2) with { CompletesEffect = effect }, ct).ConfigureAwait(false);
        Verify.Equal(0, await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects left");
    }
}
