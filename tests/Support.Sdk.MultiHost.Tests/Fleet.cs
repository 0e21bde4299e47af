using System.Globalization;
using Support.Sdk.PostgreSql;
using Support.Sdk.PostgreSql.Host;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>The hosts, of which one at a time may be dead.</summary>
internal sealed class Fleet(PostgreSqlStoreOptions options, TimeSpan lease, int size, Ledger ledger) : IDisposable
{
    /// <summary>How long a trapped host is waited for; it dies where it is when nothing walks into the trap.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly HostProcess[] _hosts = new HostProcess[size];
    private readonly List<HostProcess> _lives = [];
    private long _lastKill;

    public int Kills { get; private set; }

    /// <summary>The moments that were planned, and in which the host really died.</summary>
    public List<Trap> Trapped { get; } = [];

    /// <summary>The names of the lives that were ended by force.</summary>
    public HashSet<string> Dead { get; } = new(StringComparer.Ordinal);

    public TimeSpan SlowestStart { get; private set; }

    public async Task StartAsync()
    {
        for (var slot = 0; slot < size; slot++)
        {
            Start(slot);
        }

        await Task.WhenAll(_hosts.Select(host => host.Ready));
    }

    /// <summary>Gives a command to a host, and to the next one when that one dies without an answer.</summary>
    public async Task GiveAsync(PlannedCommand planned)
    {
        for (var lost = 0; ; lost++)
        {
            var host = Pick(planned.Host + lost);
            await host.Ready;
            if (await host.AskAsync(planned.Command) is { } answer)
            {
                ledger.Commands[planned.Command.Id] = new(planned.Command, answer, lost);
                return;
            }
        }
    }

    /// <summary>Kills a host and starts it again; ends when it takes commands.</summary>
    /// <remarks>
    /// All hosts are up by now, and the last death is a lease and a second ago: what the dead one held has been taken over. Otherwise two deaths could meet the same work,
    /// and it would be late by two leases and rightly so.
    /// </remarks>
    public async Task KillAsync(PlannedKill kill)
    {
        var rest = lease + TimeSpan.FromSeconds(1) - TimeProvider.System.GetElapsedTime(_lastKill);
        if (Kills > 0 && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest);
        }

        var victim = _hosts[kill.Host];
        if (kill.Trap != Trap.None)
        {
            victim.Arm(kill.Trap);
            if (await Task.WhenAny(victim.Trapped, Task.Delay(Patience)) == victim.Trapped)
            {
                Trapped.Add(kill.Trap);
            }
        }

        victim.Kill();
        _lastKill = TimeProvider.System.GetTimestamp();
        Kills++;
        Dead.Add(victim.Name);
        await victim.Ended;
        Start(kill.Host);
        await _hosts[kill.Host].Ready;
        var started = TimeProvider.System.GetElapsedTime(_lastKill);
        SlowestStart = started > SlowestStart ? started : SlowestStart;
    }

    public Task StopAsync() => Task.WhenAll(_hosts.Select(host => host.StopAsync()));

    public void Dispose() => _lives.ForEach(life => life.Dispose());

    private void Start(int slot)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"host-{slot}-life-{_lives.Count}");
        var life = new HostProcess(name, options.ConnectionString!, options.Schema, lease, ledger);
        _lives.Add(life);
        Volatile.Write(ref _hosts[slot], life);
    }

    // The one asked for, or another if that one is only just starting.
    private HostProcess Pick(int preferred)
    {
        for (var i = 0; i < size; i++)
        {
            if (Volatile.Read(ref _hosts[(preferred + i) % size]) is { Ready.IsCompletedSuccessfully: true, Ended.IsCompleted: false } host)
            {
                return host;
            }
        }

        return _hosts[preferred % size];
    }
}
