using Npgsql;
using Shouldly;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>What hosts do while another holds a lock.</summary>
public sealed class PostgreSqlLockTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_EarlierPositionsNotVisibleYet_WaitsSoThatNoReaderPassesThemBy()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await store.CheckAsync(Token);
        await using var earlier = await DirectCommit.BeginAsync(_schema, "m/earlier");

        var later = store.CommitAsync(Samples.Commit(StreamId.Create("m", "later")), Token).AsTask();
        await _schema.UntilAsync(Waiting("advisory"));
        (await store.ReadChangesAsync(0, 10, Token)).ShouldBeEmpty();
        (await store.LastPositionAsync(Token)).ShouldBe(0, "positions that are drawn but not visible");
        later.IsCompleted.ShouldBeFalse();
        await earlier.EndAsync();

        (await later).Status.ShouldBe(CommitStatus.Committed);
        (await store.LastPositionAsync(Token)).ShouldBe((await later).Position);
        (await store.ReadChangesAsync(0, 10, Token)).Select(change => change.Stream.Key).ShouldBe(["earlier", "later"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_ReaderBesideManyHosts_SeesEveryPositionOnTheFirstPass()
    {
        const int Hosts = 4;
        const int CommitsEach = 60;
        var stores = Enumerable.Range(0, Hosts).Select(_ => new PostgreSqlMachineStore(_schema.Options)).ToList();
        var writing = Task.WhenAll(stores.Select((store, host) => Task.Run(
            async () =>
            {
                for (var i = 0; i < CommitsEach; i++)
                {
                    await store.CommitAsync(Samples.Commit(StreamId.Create("m", $"{host}"), i), Token);
                }
            },
            Token)));

        var seen = new List<long>();
        while (seen.Count < Hosts * CommitsEach)
        {
            // Taken before the page: an empty page after the last commit means that a position was passed by.
            var ended = writing.IsCompleted;
            var page = await stores[0].ReadChangesAsync(seen.LastOrDefault(), 7, Token);
            (ended && page.Count == 0).ShouldBeFalse($"only {seen.Count} changes were seen");
            seen.AddRange(page.Select(change => change.Position));
        }

        await writing;
        seen.ShouldBe(seen.Order());
        stores.ForEach(store => store.Dispose());
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_ClaimGoesToACommitOnItsWay_IsTakenOnceThatEnds()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await store.CheckAsync(Token);
        await using var winner = await DirectCommit.BeginAsync(_schema, "m/winner", "pin");

        var loser = store.CommitAsync(Samples.Commit(StreamId.Create("m", "loser")) with { Claims = ["own", "pin"] }, Token).AsTask();
        await _schema.UntilAsync(Waiting("transactionid"));
        await winner.EndAsync();

        (await loser).ShouldBe(new CommitResult(CommitStatus.ClaimTaken, 0, 0, "pin"));
        (await store.LoadAsync(StreamId.Create("m", "loser"), Token)).ShouldBeNull();
        (await store.CommitAsync(Samples.Commit(StreamId.Create("m", "third")) with { Claims = ["own"] }, Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_SameNewStreamAndClaimOnTheirWay_IsAVersionConflict()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await store.CheckAsync(Token);
        await using var winner = await DirectCommit.BeginAsync(_schema, "m/same", "pin");

        var loser = store.CommitAsync(Samples.Commit(StreamId.Create("m", "same")) with { Claims = ["pin"] }, Token).AsTask();
        await _schema.UntilAsync(Waiting("transactionid"));
        await winner.EndAsync();

        (await loser).ShouldBe(new CommitResult(CommitStatus.VersionConflict, 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task LeaseEffectsAsync_RowLockedByAnotherHost_IsPassedOverWithoutWaiting()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await store.CommitAsync(Samples.Commit(StreamId.Create("m", "1")), Token);
        await store.CommitAsync(Samples.Commit(StreamId.Create("m", "2")), Token);
        await using var other = await _schema.OpenAsync();
        await using var leasing = await other.BeginTransactionAsync(Token);
        await LockAsync(other, $"SELECT FROM {_schema.Name}.effects WHERE id = 'm/1/1/0' FOR UPDATE");

        var lease = new Lease("worker", Samples.At.AddMinutes(1));
        (await store.LeaseEffectsAsync(lease, Samples.At, 10, Token)).Select(effect => effect.Id.Stream.Key).ShouldBe(["2"]);

        await leasing.RollbackAsync(Token);
        (await store.LeaseEffectsAsync(lease, Samples.At, 10, Token)).Select(effect => effect.Id.Stream.Key).ShouldBe(["1"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task LeaseDeadlinesAsync_StreamBeingCommitted_IsPassedOverWithoutWaiting()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        foreach (var key in new[] { "1", "2" })
        {
            await store.CommitAsync(Samples.Commit(StreamId.Create("m", key)) with { Deadline = Samples.At }, Token);
        }

        await using var other = await _schema.OpenAsync();
        await using var committing = await other.BeginTransactionAsync(Token);
        await LockAsync(other, $"SELECT FROM {_schema.Name}.streams WHERE id = 'm/1' FOR NO KEY UPDATE");

        (await store.LeaseDeadlinesAsync(new("worker", Samples.At.AddMinutes(1)), Samples.At, 10, Token)).Select(due => due.Stream.Key).ShouldBe(["2"]);
    }

    private string Waiting(string on) => $"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = '{_schema.Name}' AND wait_event = '{on}')";

    private static async Task LockAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
