using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class ArgumentCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("arguments/commit", "a malformed commit is refused and changes nothing", Commit),
        new("arguments/no-stream", "the default stream id is refused", NoStream),
        new("arguments/no-owner", "a lease or a call without owner is refused", NoOwner),
        new("arguments/limits", "limits outside 1 to 1,000, counts outside 1 to 100,000 and negative positions are refused", Limits),
        new("check/answers", "the check of a sound store passes", static async (fixture, ct) => await (await fixture.OpenAsync(ct).ConfigureAwait(false)).CheckAsync(ct).ConfigureAwait(false)),
    ];

    private static async Task Commit(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var good = Given.Commit(stream);
        foreach (var (bad, what) in new (StreamCommit, string)[]
        {
            (good with { Stream = default }, "a commit without stream"),
            (good with { Events = [] }, "a commit without events"),
            (good with { ExpectedVersion = -1 }, "a commit at a negative version"),
            (good with { ActorId = "" }, "a commit without actor"),
            (good with { Claims = [""] }, "a commit with an empty claim"),
            (good with { Index = [default] }, "a commit with an empty index entry"),
            (good with { Effects = [Given.NewEffect(Given.Effect(Given.Stream("other")))] }, "a commit with an effect of another stream"),
            (good with { Effects = [Given.NewEffect(Given.Effect(stream, 2))] }, "a commit with an effect of a later event"),
            (good with { Effects = [Given.NewEffect(Given.Effect(stream, 0))] }, "a commit with an effect of an earlier event"),
            (good with { Effects = [Given.NewEffect(Given.Effect(stream)), Given.NewEffect(Given.Effect(stream))] }, "a commit with one effect twice"),
            (good with { Effects = [Given.NewEffect(Given.Effect(stream))], EffectLease = default(Lease) }, "a commit with a lease without owner"),
        })
        {
            await Verify.ThrowsAsync<ArgumentException>(() => store.CommitAsync(bad, ct).AsTask(), what).ConfigureAwait(false);
        }

        await Verify.ThrowsAsync<ArgumentNullException>(() => store.CommitAsync(null!, ct).AsTask(), "no commit").ConfigureAwait(false);
        Verify.Equal(0, (await store.ReadChangesAsync(0, 10, ct).ConfigureAwait(false)).Count, "the changes after malformed commits");
    }

    private static async Task NoStream(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.LoadAsync(default, ct).AsTask(), "loading no stream").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => Given.HistoryAsync(store, default, 0, ct), "the history of no stream").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.FindAsync(default, cancellationToken: ct).AsTask(), "finding by no entry").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.CountAsync(default, 1, ct).AsTask(), "counting by no entry").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.LeaseEffectAsync(default, Given.Lease("worker", 60), Given.Now, ct).AsTask(), "leasing no effect").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.RescheduleDeadlineAsync(default, "worker", null, ct).AsTask(), "rescheduling no deadline").ConfigureAwait(false);
    }

    private static async Task NoOwner(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = Given.Effect(Given.Stream());
        await Verify.ThrowsAsync<ArgumentException>(() => store.LeaseEffectsAsync(default, Given.Now, 1, ct).AsTask(), "leasing effects without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.LeaseEffectAsync(effect, default, Given.Now, ct).AsTask(), "leasing an effect without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.LeaseDeadlinesAsync(default, Given.Now, 1, ct).AsTask(), "leasing deadlines without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.CompleteEffectAsync(effect, "", ct).AsTask(), "completing without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.PostponeEffectAsync(effect, "", Given.Now, "error", ct).AsTask(), "postponing without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.FailEffectAsync(effect, "", "error", ct).AsTask(), "failing without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.RescheduleDeadlineAsync(new(Given.Stream(), Given.Now), "", null, ct).AsTask(), "rescheduling without owner").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => store.FailEffectAsync(effect, "worker", null!, ct).AsTask(), "failing without error").ConfigureAwait(false);
    }

    private static async Task Limits(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var limit in new[] { -1, 0, 1001 })
        {
            var what = $"a limit of {limit}";
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.FindAsync(new("a", "b"), default, limit, ct).AsTask(), what).ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, limit, ct).AsTask(), what).ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now, limit, ct).AsTask(), what).ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.ListFailedEffectsAsync(null, limit, ct).AsTask(), what).ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.ReadChangesAsync(0, limit, ct).AsTask(), what).ConfigureAwait(false);
        }

        foreach (var atMost in new[] { -1, 0, 100_001 })
        {
            await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.CountAsync(new("a", "b"), atMost, ct).AsTask(), $"counting to {atMost}").ConfigureAwait(false);
        }

        await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => store.ReadChangesAsync(-1, 10, ct).AsTask(), "a negative position").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => Given.HistoryAsync(store, Given.Stream(), -1, ct), "a negative version").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentOutOfRangeException>(
            async () =>
            {
                await foreach (var change in store.WatchAsync(-1, ct).ConfigureAwait(false))
                {
                    throw new ConformanceException($"A watch from a negative position handed out {change.Stream}.");
                }
            },
            "a watch from a negative position").ConfigureAwait(false);
    }
}
