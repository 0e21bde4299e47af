using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class FailedEffectCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("failed/fail", "a failed effect is listed, counts the attempt, keeps the error, and is no longer work", Fail),
        new("failed/list", "failed effects are listed in the order of the UTF-8 bytes of their ids, in pages", List),
        new("failed/retry", "a failed effect can be made pending again, with its attempts counted anew", Retry),
        new("failed/discard", "a failed effect can be discarded; a pending one cannot", Discard),
    ];

    private static async Task Fail(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);
        await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);
        Verify.Equal(0, (await store.ListFailedEffectsAsync(cancellationToken: ct).ConfigureAwait(false)).Count, "the failed effects before");
        Verify.True(!await store.FailEffectAsync(effect, "rival", "no", ct).ConfigureAwait(false), "another owner cannot fail it");
        Verify.True(await store.FailEffectAsync(effect, "worker", "404: gone", ct).ConfigureAwait(false), "its owner fails it");

        var failed = (await store.ListFailedEffectsAsync(cancellationToken: ct).ConfigureAwait(false)).Single();
        Verify.Equal((effect, EffectStatus.Failed, 1, "404: gone"), (failed.Id, failed.Status, failed.Attempts, failed.LastError), "the failed effect");
        Verify.Bytes(Given.Json(effect.ToString()), failed.Data, "the data of the failed effect");
        Verify.True(!await store.FailEffectAsync(effect, "worker", "again", ct).ConfigureAwait(false), "it cannot be failed twice");
        Verify.True(!await store.CompleteEffectAsync(effect, "worker", ct).ConfigureAwait(false), "a failed effect cannot be completed");
        Verify.Equal(0, await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 7200), Given.Now.AddHours(1), ct).ConfigureAwait(false), "the effects to be run");
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work");
    }

    private static async Task List(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        string[] ordered = ["A", "a", "a/1", "b", "é", "～", "🦊"];
        foreach (var key in ordered.Reverse())
        {
            await Given.FailedEffectAsync(store, key, ct).ConfigureAwait(false);
        }

        var listed = new List<string>();
        EffectId? after = null;
        while (await store.ListFailedEffectsAsync(after, 3, ct).ConfigureAwait(false) is { Count: > 0 } page)
        {
            Verify.True(page.Count <= 3, "a page has no more effects than asked for");
            listed.AddRange(page.Select(effect => effect.Id.Stream.Key));
            after = page[^1].Id;
        }

        // 'a/1/0' sorts before 'a/1/1/0': the text of the whole id counts.
        Verify.Sequence(ordered, listed, "the failed effects");
    }

    private static async Task Retry(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var effect = await Given.FailedEffectAsync(store, "one", ct).ConfigureAwait(false);
        var dueAt = Given.Now.AddMinutes(5);

        Verify.True(await store.RetryEffectAsync(effect, dueAt, ct).ConfigureAwait(false), "a failed effect is retried");
        Verify.True(!await store.RetryEffectAsync(effect, dueAt, ct).ConfigureAwait(false), "a pending effect cannot be retried");
        Verify.True(!await store.RetryEffectAsync(effect with { Ordinal = 5 }, dueAt, ct).ConfigureAwait(false), "an effect that is not there cannot be retried");
        Verify.Equal(0, (await store.ListFailedEffectsAsync(cancellationToken: ct).ConfigureAwait(false)).Count, "the failed effects left");
        Verify.Equal(dueAt, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work");
        var again = (await store.LeaseEffectsAsync(Given.Lease("worker", 600), dueAt, 10, ct).ConfigureAwait(false)).Single();
        Verify.Equal((EffectStatus.Pending, 0, null, dueAt), (again.Status, again.Attempts, again.LastError, again.DueAt), "the retried effect");
    }

    private static async Task Discard(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var failed = await Given.FailedEffectAsync(store, "failed", ct).ConfigureAwait(false);
        var pending = await Given.PendingEffectAsync(store, ct).ConfigureAwait(false);

        Verify.True(!await store.DiscardEffectAsync(pending, ct).ConfigureAwait(false), "a pending effect cannot be discarded");
        Verify.True(await store.DiscardEffectAsync(failed, ct).ConfigureAwait(false), "a failed effect is discarded");
        Verify.True(!await store.DiscardEffectAsync(failed, ct).ConfigureAwait(false), "it cannot be discarded twice");
        Verify.Equal(0, (await store.ListFailedEffectsAsync(cancellationToken: ct).ConfigureAwait(false)).Count, "the failed effects left");
        Verify.Equal(1, await EffectLeaseCases.LeasedAsync(store, Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the pending effects left");
    }
}
