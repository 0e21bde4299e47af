using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Benchmarks.Sessions;
using Support.Sdk.Sessions;

namespace Support.Sdk.Benchmarks.PostgreSql;

/// <summary>
/// 256 commands of 16 callers at once on 16 sessions, through one host and through four that share the database. Each host has services, connections and a listener of
/// its own; they are in one process, so the figure shows what sharing costs, not what more machines bring.
/// </summary>
[BenchmarkCategory(PostgreSqlCommitBenchmarks.Category)]
public class HostsBenchmarks
{
    private const int Callers = 16;
    private const int CommandsEach = 16;

    private readonly SessionCommand[] _commands = [new SessionCommand.LoseDevice(SessionSample.Device), new SessionCommand.Launch(SessionSample.Device)];
    private ThrowAwayServer _server = null!;
    private SessionHost[] _hosts = [];

    // The in-process toolchain does not wait for an asynchronous set-up.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    internal async Task SetupAsync()
    {
        _server = await ThrowAwayServer.StartAsync();
        _hosts = [.. Enumerable.Range(0, 4).Select(_ => new SessionHost(services => services.AddPostgreSqlStore(_server.ConnectionString)))];
        for (var i = 0; i < Callers; i++)
        {
            var secrets = SessionSample.Secrets with
            {
                Pin = (100_000 + i).ToString(CultureInfo.InvariantCulture),
                LinkToken = string.Create(CultureInfo.InvariantCulture, $"{SessionSample.Secrets.LinkToken}{i}"),
            };
            await _hosts[0].ExecuteAsync(Session(i), new SessionCommand.Create(SessionSample.Channel with { TimeOut = TimeSpan.FromDays(1) }, secrets, AttendedAccess.Met), SessionSample.Technician);
            await _hosts[0].ExecuteAsync(Session(i), new SessionCommand.Launch(SessionSample.Device), SessionSample.EndUser);
        }
    }

    internal async Task CleanupAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Callers * CommandsEach)]
    public Task OneHost() => RunAsync(hosts: 1);

    [Benchmark(OperationsPerInvoke = Callers * CommandsEach)]
    public Task FourHosts() => RunAsync(hosts: 4);

    private Task RunAsync(int hosts) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
    {
        for (var i = 0; i < CommandsEach; i++)
        {
            await _hosts[(caller + i) % hosts].ExecuteAsync(Session(caller), _commands[i & 1], SessionSample.EndUser);
        }
    })));

    private static string Session(int caller) => string.Create(CultureInfo.InvariantCulture, $"s-{caller}");
}
