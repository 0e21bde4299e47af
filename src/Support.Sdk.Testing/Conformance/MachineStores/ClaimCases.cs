using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class ClaimCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("claims/taken", "a claim that another stream holds refuses the commit and is named", Taken),
        new("claims/version-first", "the version is checked before the claims", VersionFirst),
        new("claims/same-stream", "a stream may claim again what it holds, even twice in one commit", SameStream),
        new("claims/released", "a claim left out of the next commit is free for others", Released),
        new("claims/handed-over", "the whole set is replaced: some claims kept, some released, some new", HandedOver),
        new("claims/ordinal", "claims are compared ordinally", Ordinal),
    ];

    private static async Task Taken(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("holder")) with { Claims = ["pin/1", "pin/2"] }, ct).ConfigureAwait(false);

        var result = await other.CommitAsync(Given.Commit(Given.Stream()) with { Claims = ["pin/0", "pin/2"] }, ct).ConfigureAwait(false);

        Verify.Equal(new CommitResult(CommitStatus.ClaimTaken, 0, 0, "pin/2"), result, "a commit with a claim of another stream");
        Verify.Equal(null, await store.LoadAsync(Given.Stream(), ct).ConfigureAwait(false), "the stream of a refused first commit");
    }

    private static async Task VersionFirst(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("holder")) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream()), ct).ConfigureAwait(false);

        var result = await store.CommitAsync(Given.Commit(Given.Stream()) with { Claims = ["pin"] }, ct).ConfigureAwait(false);

        Verify.Equal(new CommitResult(CommitStatus.VersionConflict, 1), result, "a commit at an old version with a taken claim");
    }

    private static async Task SameStream(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(store, Given.Commit(stream) with { Claims = ["pin", "pin"] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 1) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 2) with { Claims = ["pin"] }, ct).ConfigureAwait(false);

        var result = await store.CommitAsync(Given.Commit(Given.Stream("other")) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        Verify.Equal(CommitStatus.ClaimTaken, result.Status, "a claim that the stream holds since three commits");
    }

    private static async Task Released(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream()) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream(), 1), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("next")) with { Claims = ["pin"] }, ct).ConfigureAwait(false);

        var result = await store.CommitAsync(Given.Commit(Given.Stream(), 2) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        Verify.Equal(new CommitResult(CommitStatus.ClaimTaken, 2, 0, "pin"), result, "claiming back what another stream holds by now");
    }

    private static async Task HandedOver(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream()) with { Claims = ["a", "b"] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream(), 1) with { Claims = ["b", "c"] }, ct).ConfigureAwait(false);

        await Given.CommittedAsync(store, Given.Commit(Given.Stream("two")) with { Claims = ["a"] }, ct).ConfigureAwait(false);
        foreach (var kept in new[] { "b", "c" })
        {
            var result = await store.CommitAsync(Given.Commit(Given.Stream("three")) with { Claims = [kept] }, ct).ConfigureAwait(false);
            Verify.Equal(new CommitResult(CommitStatus.ClaimTaken, 0, 0, kept), result, $"claim '{kept}' of another stream");
        }
    }

    private static async Task Ordinal(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var (claim, i) in new[] { "pin/x", "pin/X", "pin/x ", "pin/\u00e9", "pin/e\u0301" }.Select((claim, i) => (claim, i)))
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream($"s{i}")) with { Claims = [claim] }, ct).ConfigureAwait(false);
        }
    }
}
