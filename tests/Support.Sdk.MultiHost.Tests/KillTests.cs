using System.Diagnostics;
using Shouldly;
using Support.Sdk.PostgreSql;
using Support.Sdk.PostgreSql.Host;
using Support.Sdk.PostgreSql.Tests;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Three hosts on one database, under load, of which one after the other is killed.</summary>
/// <remarks>
/// Hosts are processes with the real clock, so this test has to wait for real time: it paces its load, and it lets sessions expire. It never takes a pause for a proof that
/// something has happened: it waits for the thing itself, and the checks are made on what the database and the hosts say about it.
/// </remarks>
public sealed class KillTests(PostgreSqlServer server)
{
    private const int Seed = 20_310_517;
    private const int Hosts = 3;
    private const int Commands = 10_000;
    private const int CommandsPerSecond = 220;
    private const int Kills = 20;

    /// <summary>How many moments of the plan may be open at one time: where the machine cannot keep pace, the load waits.</summary>
    private const int MostAtOnce = 48;

    /// <summary>The shortest that options allow: with it, the most deaths find room in the time.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    [Requirement("SES-13")]
    [Requirement("SES-15")]
    public async Task Hosts_KilledAgainAndAgainUnderLoad_LoseNothingDoNothingTwiceAndKeepTime()
    {
        await using var schema = server.NewSchema();
        await schema.ExecuteAsync(Vendor.Tables(Vendor.SchemaOf(schema.Name)));
        var plan = Plan.Create(Seed, Commands, CommandsPerSecond, Hosts, Kills);
        var ledger = new Ledger();
        using var stalls = new StallMeter();
        await using var store = new PostgreSqlMachineStore(schema.Options);
        var started = Stopwatch.GetTimestamp();

        using var fleet = new Fleet(schema.Options, Lease, Hosts, ledger);
        await fleet.StartAsync();
        var follower = new Follower(store, ledger);
        using var following = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watch = follower.FollowAsync(following.Token);
        try
        {
            await RunAsync(plan, fleet);
        }
        catch (OperationCanceledException) when (Token.IsCancellationRequested)
        {
            // What a time limit alone would not tell: whether the machine was slow or a host stood still.
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"After {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {ledger.Commands.Count} of {Commands} commands answered, {fleet.Kills} of {Kills} kills, " +
                $"longest from death to service {fleet.SlowestStart.TotalSeconds:0.0} s; the machine stood still for {stalls.Total.TotalSeconds:0.0} s");
            throw;
        }

        var loaded = Stopwatch.GetElapsedTime(started);
        follower.AllGiven();
        await Task.WhenAny(follower.Settled, Task.Delay(LongestWait, Token));
        follower.Settled.IsCompletedSuccessfully.ShouldBeTrue($"{follower.Describe()} {follower.Settled.Exception}");
        await fleet.StopAsync();
        await following.CancelAsync();
        await watch;

        var history = await History.ReadAsync(store, schema, Token);
        var takes = new TakeChecks(ledger, history);
        var deadlines = new DeadlineChecks(history, Lease + TimeSpan.FromSeconds(1), stalls);
        var effects = await EffectChecks.ReadAsync(schema, Token);
        List<string> problems =
        [
            .. history.Problems,
            .. AcknowledgementChecks.CommitsAreThere(ledger, history),
            .. AcknowledgementChecks.AnswersAreTrue(ledger, history),
            .. takes.Check(),
            .. deadlines.Check(),
            .. effects.Check(history),
            .. effects.CheckRepeats(fleet.Dead, Lease, stalls),
        ];
        var accepted = ledger.Commands.Values.Count(given => given.Accepted);
        var late = deadlines.Lateness;
        TestContext.Current.TestOutputHelper!.WriteLine($"""
            Seed {Seed}: {ledger.Commands.Count} commands on {history.Sessions.Count} sessions and {history.Errands.Count} streams of errands,
              accepted {accepted}, refused {ledger.Commands.Count - accepted}, given again after a death {ledger.Commands.Values.Count(given => given.Lost > 0)}
              {history.All.Count} events, {ledger.Commits.Count} commits acknowledged; {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, of which load {loaded.TotalSeconds:0.0} s
            Kills: {fleet.Kills}, of which {fleet.Trapped.Count} in the moment that was planned ({Count(fleet.Trapped.Select(trap => trap.ToString()))}); longest from death to service {fleet.SlowestStart.TotalSeconds:0.0} s
            Takes: {takes.Won} won, {takes.LostRaces} lost to another technician
            Deadlines: {deadlines.Fired} fired, {late.Count(one => one >= Lease.TotalMilliseconds / 2)} of them from the hands of the dead; late by median {At(late, 0.5):0.0} ms, p99 {At(late, 0.99):0.0} ms, max {late[^1]:0.0} ms (lease {Lease.TotalMilliseconds:0} ms); the machine stood still for {stalls.Total.TotalMilliseconds:0} ms
            Effects: {effects.Effects}, attempts {effects.Attempts}, of which {effects.Busy} found the vendor busy and {effects.Repeated} were repeats of what the vendor had done
            Refusals: {Count(ledger.Commands.Values.Where(given => !given.Accepted).Select(given => given.Answer.Refusal))}
            Logged: {Count(ledger.Logs.Select(message => message.Id))}
            """);
        problems.ShouldBeEmpty();
        follower.Seen.Select(recorded => (recorded.Position, recorded.Stream, recorded.Version)).ShouldBe(
            history.All.Select(recorded => (recorded.Position, recorded.Stream, recorded.Version)), "the watch saw every event once, in order");
        ledger.Commands.Count.ShouldBe(Commands);
        fleet.Kills.ShouldBe(Kills);
        (await schema.ScalarAsync<long>($"SELECT count(*) FROM {schema.Name}.effects")).ShouldBe(0, "no effect is left");
        (await schema.ScalarAsync<long>($"SELECT count(*) FROM {schema.Name}.streams WHERE deadline IS NOT NULL OR ready_at IS NOT NULL OR lease_owner IS NOT NULL"))
            .ShouldBe(0, "no deadline and no lease is left");
        (await store.NextDueAsync(Token)).ShouldBeNull();

        // The test is worth something only if much was at stake. How often a host is met in the planned moment depends on how fast it gets there.
        accepted.ShouldBeGreaterThan(Commands / 3);
        takes.Won.ShouldBeGreaterThan(100);
        takes.LostRaces.ShouldBeGreaterThan(100);
        deadlines.Fired.ShouldBeGreaterThan(500);
        fleet.Trapped.Count.ShouldBeGreaterThan(Kills / 4);
        effects.Repeated.ShouldBeGreaterThan(0);
    }

    /// <summary>Gives the commands in the order and at the pace of the plan, and kills when it says so.</summary>
    private static async Task RunAsync(Plan plan, Fleet fleet)
    {
        using var places = new SemaphoreSlim(MostAtOnce);
        var lanes = new Dictionary<string, Task>(StringComparer.Ordinal);
        var kills = new Queue<PlannedKill>(plan.Kills);
        var killing = Task.CompletedTask;
        var given = 0;
        var started = Stopwatch.GetTimestamp();
        foreach (var step in plan.Steps)
        {
            if (kills.TryPeek(out var kill) && given >= kill.AfterCommands)
            {
                await killing;
                killing = fleet.KillAsync(kills.Dequeue());
            }

            var wait = TimeSpan.FromSeconds((double)given / CommandsPerSecond) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, Token);
            }

            await places.WaitAsync(Token);
            lanes[step.Lane] = GiveAsync(lanes.GetValueOrDefault(step.Lane, Task.CompletedTask), step);
            given += step.Commands.Count;
        }

        await Task.WhenAll([killing, .. lanes.Values]);

        async Task GiveAsync(Task before, PlannedStep step)
        {
            try
            {
                await before;
                await Task.WhenAll(step.Commands.Select(fleet.GiveAsync));
            }
            finally
            {
                places.Release();
            }
        }
    }

    private static double At(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(sorted.Count * share) - 1)];

    private static string Count(IEnumerable<string> what) =>
        string.Join(", ", what.CountBy(one => one).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"));
}
