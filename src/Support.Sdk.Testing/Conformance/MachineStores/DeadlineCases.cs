using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class DeadlineCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("deadlines/due", "a deadline is due from its instant on, the longest due first, no more than asked for", Due),
        new("deadlines/leased", "a leased deadline is handed out again only when the lease has run out", Leased),
        new("deadlines/commit-replaces", "a commit replaces the deadline and ends its lease", CommitReplaces),
        new("deadlines/reschedule", "the owner of the lease sets the deadline anew or away", Reschedule),
        new("deadlines/reschedule-lost", "who has not the lease, or saw another deadline, reschedules nothing", RescheduleLost),
    ];

    private static async Task Due(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var (key, ticks) in new[] { ("c", 0), ("a", -5), ("b", 1), ("d", -9) })
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream(key)) with { Deadline = Given.Now.AddTicks(ticks) }, ct).ConfigureAwait(false);
        }

        await Given.CommittedAsync(store, Given.Commit(Given.Stream("none")), ct).ConfigureAwait(false);
        var two = await store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now, 2, ct).ConfigureAwait(false);
        var rest = await store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false);

        Verify.Sequence([new(Given.Stream("d"), Given.Now.AddTicks(-9)), new(Given.Stream("a"), Given.Now.AddTicks(-5))], two, "the two longest due");
        Verify.Sequence([new(Given.Stream("c"), Given.Now)], rest, "the rest that is due");
    }

    private static async Task Leased(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var deadline = await DueAsync(store, ct).ConfigureAwait(false);
        Verify.Sequence([deadline], await store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false), "the deadline leased");

        Verify.Sequence([], await other.LeaseDeadlinesAsync(Given.Lease("rival", 60), Given.Now, 10, ct).ConfigureAwait(false), "what a rival gets");
        Verify.Sequence([], await store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false), "what the owner gets again");
        var early = await other.LeaseDeadlinesAsync(Given.Lease("rival", 120), Given.Now.AddSeconds(60).AddTicks(-1), 10, ct).ConfigureAwait(false);
        var late = await other.LeaseDeadlinesAsync(Given.Lease("rival", 120), Given.Now.AddSeconds(60), 10, ct).ConfigureAwait(false);
        Verify.Sequence([], early, "what a rival gets a tick before the lease runs out");
        Verify.Sequence([deadline], late, "what a rival gets when the lease has run out");
        Verify.True(!await store.RescheduleDeadlineAsync(deadline, "worker", null, ct).ConfigureAwait(false), "who lost the lease reschedules nothing");
    }

    private static async Task CommitReplaces(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var deadline = await DueAsync(store, ct).ConfigureAwait(false);
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 600), Given.Now, 10, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(deadline.Stream, 1) with { Deadline = deadline.Deadline }, ct).ConfigureAwait(false);

        Verify.True(!await store.RescheduleDeadlineAsync(deadline, "worker", null, ct).ConfigureAwait(false), "the commit ended the lease");
        Verify.Sequence([deadline], await store.LeaseDeadlinesAsync(Given.Lease("rival", 600), Given.Now, 10, ct).ConfigureAwait(false), "what a rival gets after the commit");
        await Given.CommittedAsync(store, Given.Commit(deadline.Stream, 2), ct).ConfigureAwait(false);
        Verify.Sequence([], await store.LeaseDeadlinesAsync(Given.Lease("rival", 9000), Given.Now.AddHours(2), 10, ct).ConfigureAwait(false), "the deadlines after a commit without one");
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work after a commit without deadline");
    }

    private static async Task Reschedule(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var deadline = await DueAsync(store, ct).ConfigureAwait(false);
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 600), Given.Now, 10, ct).ConfigureAwait(false);
        var next = Given.Now.AddMinutes(1).AddTicks(3);

        Verify.True(await store.RescheduleDeadlineAsync(deadline, "worker", next.ToOffset(TimeSpan.FromHours(9)), ct).ConfigureAwait(false), "the owner sets the deadline anew");
        var record = Verify.NotNull(await store.LoadAsync(deadline.Stream, ct).ConfigureAwait(false), "the stream");
        Verify.Equal((1L, next), (record.Version, record.Deadline!.Value), "the version and the new deadline");
        Verify.Equal(next, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work");
        var again = await store.LeaseDeadlinesAsync(Given.Lease("rival", 600), next, 10, ct).ConfigureAwait(false);
        Verify.Sequence([new(deadline.Stream, next)], again, "the new deadline, free of the lease");
        Verify.True(await store.RescheduleDeadlineAsync(again[0], "rival", null, ct).ConfigureAwait(false), "the owner sets the deadline away");
        Verify.Equal(null, (await store.LoadAsync(deadline.Stream, ct).ConfigureAwait(false))!.Deadline, "the deadline");
        Verify.Equal(null, await store.NextDueAsync(ct).ConfigureAwait(false), "the next work without deadline");
    }

    private static async Task RescheduleLost(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var deadline = await DueAsync(store, ct).ConfigureAwait(false);
        var missing = new DueDeadline(Given.Stream("missing"), Given.Now);
        Verify.True(!await store.RescheduleDeadlineAsync(deadline, "worker", null, ct).ConfigureAwait(false), "an unleased deadline cannot be rescheduled");
        await store.LeaseDeadlinesAsync(Given.Lease("worker", 600), Given.Now, 10, ct).ConfigureAwait(false);

        Verify.True(!await store.RescheduleDeadlineAsync(deadline, "rival", null, ct).ConfigureAwait(false), "another owner cannot reschedule");
        Verify.True(!await store.RescheduleDeadlineAsync(deadline with { Deadline = Given.Now.AddTicks(1) }, "worker", null, ct).ConfigureAwait(false), "another deadline than the stored one is not rescheduled");
        Verify.True(!await store.RescheduleDeadlineAsync(missing, "worker", null, ct).ConfigureAwait(false), "a stream that does not exist has no deadline to reschedule");
        Verify.Equal(deadline.Deadline, (await store.LoadAsync(deadline.Stream, ct).ConfigureAwait(false))!.Deadline, "the deadline, unchanged");
    }

    private static async Task<DueDeadline> DueAsync(IMachineStore store, CancellationToken ct)
    {
        await Given.CommittedAsync(store, Given.Commit(Given.Stream()) with { Deadline = Given.Now }, ct).ConfigureAwait(false);
        return new(Given.Stream(), Given.Now);
    }
}
