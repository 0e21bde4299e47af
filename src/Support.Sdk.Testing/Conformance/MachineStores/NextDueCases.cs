namespace Support.Sdk.Testing.Conformance;

internal static class NextDueCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("next-due/nothing", "there is no next work in an empty store, nor in one without deadlines and effects", Nothing),
        new("next-due/least", "the next work is the least of all due times and deadlines", Least),
        new("next-due/kinds", "the next effect and the next deadline are told apart", Kinds),
        new("next-due/leased", "leased work counts from the end of its lease", Leased),
    ];

    private static async Task Nothing(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work of an empty store");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream()), ct).ConfigureAwait(false);
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work of a store without any");
    }

    private static async Task Least(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("d1")) with { Deadline = Given.Now.AddHours(3) }, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddHours(3), await store.NextDueAsync(ct).ConfigureAwait(false), "the only deadline");
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("e1"), 1) with { At = Given.Now.AddHours(2) }, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddHours(2), await store.NextDueAsync(ct).ConfigureAwait(false), "an earlier effect");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("d2")) with { Deadline = Given.Now.AddHours(1) }, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddHours(1), await store.NextDueAsync(ct).ConfigureAwait(false), "an earlier deadline");
    }

    private static async Task Kinds(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("d")) with { Deadline = Given.Now.AddSeconds(10) }, ct).ConfigureAwait(false);
        Verify.Equal(null, await store.NextDueEffectAsync(ct).ConfigureAwait(false), "the next effect where there is a deadline alone");
        Verify.Equal(Given.Now.AddSeconds(10), await store.NextDueDeadlineAsync(ct).ConfigureAwait(false), "the next deadline");
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 20), Given.Now.AddSeconds(10), 1, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(20), await store.NextDueDeadlineAsync(ct).ConfigureAwait(false), "the end of the lease of the only deadline");
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("e"), 1, Given.Lease("host", 30)), ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(30), await store.NextDueEffectAsync(ct).ConfigureAwait(false), "the end of the lease of the only effect");
        Verify.Equal(Given.Now.AddSeconds(20), await store.NextDueDeadlineAsync(ct).ConfigureAwait(false), "the next deadline beside an effect");
        Verify.Equal(true, await store.CompleteEffectAsync(Given.Effect(Given.Stream("e")), "host", ct).ConfigureAwait(false), "whether the effect was removed");
        Verify.Equal(null, await store.NextDueEffectAsync(ct).ConfigureAwait(false), "the next effect after the only one took place");
    }

    private static async Task Leased(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.CommitWithEffects(Given.Stream("e"), 1, Given.Lease("host", 30)), ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(30), await store.NextDueAsync(ct).ConfigureAwait(false), "the end of the lease of the only effect");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("d")) with { Deadline = Given.Now.AddSeconds(10) }, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(10), await store.NextDueAsync(ct).ConfigureAwait(false), "a deadline before it");
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 20), Given.Now.AddSeconds(10), 1, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(20), await store.NextDueAsync(ct).ConfigureAwait(false), "the end of the lease of that deadline");
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 90), Given.Now.AddSeconds(20), 1, ct).ConfigureAwait(false);
        await store.LeaseEffectAsync(Given.Effect(Given.Stream("e")), Given.Lease("host", 80), Given.Now, ct).ConfigureAwait(false);
        Verify.Equal(Given.Now.AddSeconds(80), await store.NextDueAsync(ct).ConfigureAwait(false), "the end of the extended lease");
    }
}
