using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class EffectLeaseCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("effects/fields", "an effect comes back with everything that was committed", Fields),
        new("effects/due", "an effect is due from its instant on, not a tick earlier", Due),
        new("effects/order", "the longest due come first, then those committed first; no more than asked for", Order),
        new("effects/handed-out-once", "a leased effect is handed out to nobody else, nor again to its owner", HandedOutOnce),
        new("effects/lease-runs-out", "a lease that has run out may be taken over, and its owner has lost it then", RunsOut),
        new("effects/extend", "an owner extends its lease of one effect; others get nothing meanwhile", Extend),
        new("effects/lease-one", "one effect can be leased by its id, even before it is due; one that is not there cannot", LeaseOne),
        new("effects/lease-at-commit", "effects committed under a lease belong to the committing owner until it runs out", LeaseAtCommit),
    ];

    private static async Task Fields(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream("zendesk:acme:1/é");
        var commit = Given.Commit(stream, events: 2) with { Effects = [new(Given.Effect(stream, 2, 7), Given.Json("日本"))], ActorId = "José", CorrelationId = "" };
        await Given.CommittedAsync(store, commit, ct).ConfigureAwait(false);

        var batch = await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false);
        var one = await store.LeaseEffectAsync(Given.Effect(stream, 2, 7), Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);

        Verify.Equal(1, batch.Count, "the number of effects");
        foreach (var effect in new[] { batch[0], Verify.NotNull(one, "the effect leased again by its owner") })
        {
            Verify.Equal(Given.Effect(stream, 2, 7), effect.Id, "the effect's id");
            Verify.Equal(Given.MachineVersion, effect.MachineVersion, "the version of the machine");
            Verify.Bytes(Given.Json("日本"), effect.Data, "the effect's data");
            Verify.Equal(EffectStatus.Pending, effect.Status, "its status");
            Verify.Equal(0, effect.Attempts, "its attempts");
            Verify.Equal(Given.Now, effect.CommittedAt, "when it was committed");
            Verify.Equal(Given.Now, effect.DueAt, "when it is due");
            Verify.Equal("José", effect.ActorId, "who caused it");
            Verify.Equal("", effect.CorrelationId, "its correlation");
            Verify.Equal(null, effect.LastError, "its last error");
        }
    }

    private static async Task Due(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);

        Verify.Equal(0, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now.AddTicks(-1), ct).ConfigureAwait(false), "the effects leased one tick too early");
        Verify.Equal(1, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects leased when due");
    }

    private static async Task Order(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("z"), 2), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("a"), 1) with { At = Given.Now.AddTicks(-1) }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("b"), 1), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("c"), 1) with { At = Given.Now.AddHours(-1) }, ct).ConfigureAwait(false);

        var first = await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 3, ct).ConfigureAwait(false);
        var second = await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 3, ct).ConfigureAwait(false);

        Verify.Sequence(["conformance/c/1/0", "conformance/a/1/0", "conformance/z/1/0"], first.Select(effect => effect.Id.ToString()), "the first three effects");
        Verify.Sequence(["conformance/z/1/1", "conformance/b/1/0"], second.Select(effect => effect.Id.ToString()), "the rest");
    }

    private static async Task HandedOutOnce(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        Verify.Equal(1, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects leased first");

        Verify.Equal(0, await LeasedAsync(other, Given.Lease("rival", 60), Given.Now, ct).ConfigureAwait(false), "the effects another owner can lease");
        Verify.Equal(0, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects the same owner gets again");
    }

    private static async Task RunsOut(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);

        var early = await LeasedAsync(store, Given.Lease("rival", 120), Given.Now.AddSeconds(60).AddTicks(-1), ct).ConfigureAwait(false);
        var late = await LeasedAsync(store, Given.Lease("rival", 120), Given.Now.AddSeconds(60), ct).ConfigureAwait(false);

        Verify.Equal(0, early, "the effects leased one tick before the lease runs out");
        Verify.Equal(1, late, "the effects leased when the lease has run out");
        Verify.True(!await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "who lost the lease cannot complete the effect");
        Verify.True(!await store.PostponeEffectAsync(effect, "worker", Given.Now, "late", ct).ConfigureAwait(false), "who lost the lease cannot postpone the effect");
        Verify.True(!await store.FailEffectAsync(effect, "worker", "late", ct).ConfigureAwait(false), "who lost the lease cannot fail the effect");
        Verify.True(await store.CompleteEffectAsync(effect, "rival", ct).ConfigureAwait(false), "who took the lease over completes the effect");
    }

    private static async Task Extend(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        Verify.NotNull(await store.LeaseEffectAsync(effect, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effect leased");
        Verify.Equal(null, await store.LeaseEffectAsync(effect, Given.Lease("rival", 60), Given.Now, ct).ConfigureAwait(false), "the effect leased by a rival");
        Verify.NotNull(await store.LeaseEffectAsync(effect, Given.Lease("worker", 120), Given.Now.AddSeconds(59), ct).ConfigureAwait(false), "the lease extended");

        var within = Given.Now.AddSeconds(119);
        Verify.Equal(null, await store.LeaseEffectAsync(effect, Given.Lease("rival", 180), within, ct).ConfigureAwait(false), "the effect leased by a rival after the extension");
        Verify.Equal(0, await LeasedAsync(store, Given.Lease("rival", 180), within, ct).ConfigureAwait(false), "the effects a rival can lease after the extension");
        var after = Given.Now.AddSeconds(120);
        Verify.NotNull(await store.LeaseEffectAsync(effect, Given.Lease("rival", 180), after, ct).ConfigureAwait(false), "the effect taken over when the extension has run out");
        Verify.Equal(null, await store.LeaseEffectAsync(effect, Given.Lease("worker", 240), after, ct).ConfigureAwait(false), "the effect for its former owner");
    }

    private static async Task LeaseOne(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(store, Given.CommitWithEffects(stream, 1) with { At = Given.Now.AddHours(1) }, ct).ConfigureAwait(false);
        var failed = await Given.FailedEffectAsync(store, "failed", ct).ConfigureAwait(false);

        Verify.NotNull(await store.LeaseEffectAsync(Given.Effect(stream), Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "an effect leased before it is due");
        Verify.Equal(null, await store.LeaseEffectAsync(Given.Effect(stream, 1, 1), Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "an effect that is not there");
        Verify.Equal(null, await store.LeaseEffectAsync(failed, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "an effect that has failed");
    }

    private static async Task LeaseAtCommit(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(store, Given.CommitWithEffects(stream, 2, Given.Lease("host", 30)), ct).ConfigureAwait(false);

        Verify.Equal(0, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects a worker gets while the committing host runs them");
        Verify.True(await store.CompleteEffectAsync(Given.Effect(stream), "host", ct).ConfigureAwait(false), "the committing host completes its effect");
        Verify.True(!await store.CompleteEffectAsync(Given.Effect(stream, 1, 1), "worker", ct).ConfigureAwait(false), "a worker cannot complete an effect of the committing host");
        Verify.Equal(1, await LeasedAsync(store, Given.Lease("worker", 60), Given.Now.AddSeconds(30), ct).ConfigureAwait(false), "the effects a worker gets when that lease has run out");
    }

    internal static async Task<int> LeasedAsync(IMachineStore store, Lease lease, DateTimeOffset now, CancellationToken ct) =>
        (await store.LeaseEffectsAsync(lease, now, 100, ct).ConfigureAwait(false)).Count;
}
