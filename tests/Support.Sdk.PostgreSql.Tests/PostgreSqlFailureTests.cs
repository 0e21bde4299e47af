using System.Transactions;
using Npgsql;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>What becomes of a call when the server fails it.</summary>
public sealed class PostgreSqlFailureTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task CommitAsync_UndoneByTheServer_IsRepeatedOnTheInjectedClock(string state)
    {
        var clock = new ManualTimeProvider();
        await using var store = new PostgreSqlMachineStore(_schema.Options, clock);
        await store.CheckAsync(Token);
        await FailEffectsAsync(times: 3, state);

        var commit = store.CommitAsync(Samples.Commit(Samples.Stream), Token).AsTask();
        await AdvanceUntilEndAsync(clock, commit);

        (await commit).Status.ShouldBe(CommitStatus.Committed);
        (await store.ReadChangesAsync(0, 10, Token)).Count.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_UndoneMoreOftenThanAllowed_ThrowsAndChangesNothing()
    {
        var clock = new ManualTimeProvider();
        var options = _schema.Options;
        options.Retries = 2;
        await using var store = new PostgreSqlMachineStore(options, clock);
        await store.CheckAsync(Token);
        await FailEffectsAsync(times: 3, "40001");

        var commit = store.CommitAsync(Samples.Commit(Samples.Stream), Token).AsTask();
        await AdvanceUntilEndAsync(clock, commit);

        (await Should.ThrowAsync<PostgresException>(() => commit)).SqlState.ShouldBe("40001");
        (await store.LoadAsync(Samples.Stream, Token)).ShouldBeNull();
        (await store.ReadChangesAsync(0, 10, Token)).ShouldBeEmpty();
        (await store.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_AnyOtherError_IsNotRepeated()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options, new ManualTimeProvider());
        await store.CheckAsync(Token);
        await FailEffectsAsync(times: 1, "53100");

        (await Should.ThrowAsync<PostgresException>(async () => await store.CommitAsync(Samples.Commit(Samples.Stream), Token))).SqlState.ShouldBe("53100");
        (await store.LoadAsync(Samples.Stream, Token)).ShouldBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task AnyCall_PooledConnectionsKilled_GoesOnWithNewOnes()
    {
        var clock = new ManualTimeProvider();
        await using var store = new PostgreSqlMachineStore(_schema.Options, clock);
        for (var version = 0; version < 3; version++)
        {
            var commit = store.CommitAsync(Samples.Commit(Samples.Stream, version), Token).AsTask();
            await AdvanceUntilEndAsync(clock, commit);
            (await commit).Status.ShouldBe(CommitStatus.Committed);
            (await _schema.ScalarAsync<long>(Terminate)).ShouldBeGreaterThan(0);
            await _schema.UntilAsync($"SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = '{_schema.Name}')");
        }

        var load = store.LoadAsync(Samples.Stream, Token).AsTask();
        await AdvanceUntilEndAsync(clock, load);
        (await load).ShouldNotBeNull().Version.ShouldBe(3);
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_InsideAnAmbientTransactionThatFails_IsDurableAllTheSame()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            (await store.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
        }

        (await store.LoadAsync(Samples.Stream, Token)).ShouldNotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task AnyCall_NobodyAnswers_ThrowsWithoutThePassword()
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=me;Password=hunter2", Retries = 0 };
        await using var store = new PostgreSqlMachineStore(options);

        (await Should.ThrowAsync<NpgsqlException>(async () => await store.CheckAsync(Token))).ToString().ShouldNotContain("hunter2");
    }

    [Fact(Timeout = 60_000)]
    public async Task CommitAsync_TextThatPostgreSqlCannotHold_ComesBackAsItWas()
    {
        const string Odd = "nul \0, substitute \u001a001a, half a fox \ud83e, the other half \udd8a, a whole one 🦊";
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await store.CommitAsync(Samples.Commit(Samples.Stream) with { ActorId = Odd, Claims = [Odd], Index = [new(Odd, Odd)] }, Token);

        (await store.ReadChangesAsync(0, 10, Token))[0].ActorId.ShouldBe(Odd);
        (await store.FindAsync(new(Odd, Odd), cancellationToken: Token)).Count.ShouldBe(1);
        (await store.CommitAsync(Samples.Commit(StreamId.Create("m", "2")) with { Claims = [Odd] }, Token)).Claim.ShouldBe(Odd);
        (await store.CommitAsync(Samples.Commit(StreamId.Create("m", "2")) with { Claims = [Odd.Replace('\ud83e', '\ud83d')] }, Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact(Timeout = 60_000)]
    public async Task DisposeAsync_ThenAnyCall_ThrowsObjectDisposedAndLeavesNoConnection()
    {
        var store = new PostgreSqlMachineStore(_schema.Options);
        await using var watch = store.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var waiting = watch.MoveNextAsync().AsTask();
        await store.CheckAsync(Token);
        await store.DisposeAsync();
        await store.DisposeAsync();
        store.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.LoadAsync(Samples.Stream, Token));
        await _schema.UntilAsync($"SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = '{_schema.Name}')");
    }

    private string Terminate => $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{_schema.Name}'";

    /// <summary>Makes the writing of effects, late in a commit, fail so many times. A sequence counts, for it is not undone with the rest.</summary>
    private Task FailEffectsAsync(int times, string state) => _schema.ExecuteAsync($"""
        CREATE SEQUENCE {_schema.Name}.failures;
        CREATE FUNCTION {_schema.Name}.fail() RETURNS trigger LANGUAGE plpgsql AS $f$
        BEGIN
          IF nextval('{_schema.Name}.failures') <= {times} THEN RAISE EXCEPTION 'made to fail' USING ERRCODE = '{state}'; END IF;
          RETURN NEW;
        END $f$;
        CREATE TRIGGER fail BEFORE INSERT ON {_schema.Name}.effects FOR EACH ROW EXECUTE FUNCTION {_schema.Name}.fail();
        """);

    private static async Task AdvanceUntilEndAsync(ManualTimeProvider clock, Task call)
    {
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
