using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.Sessions;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>
/// From a command to the last of 1,000 technicians who hear of it: commit, the watch of the store, who may see it, 1,000 buffers, 1,000 wake-ups. By hand, a record is
/// written into 1,000 channels of which nobody asks who may see it, and nothing is stored.
/// </summary>
public class FanOutBenchmarks
{
    internal const int Listeners = 1_000;

    private readonly SessionCommand[] _commands = [new SessionCommand.LoseDevice(SessionSample.Device), new SessionCommand.Launch(SessionSample.Device)];
    private readonly Channel<SessionChange>[] _channels = new Channel<SessionChange>[Listeners];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _listening = [];
    private SessionHost _host = null!;
    private Countdown _told = new(0);
    private int _commanded;
    private long _position;

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public Task Channels()
    {
        _told = new(Listeners);
        var change = new SessionChange.SessionChanged(++_position, "s-1") { Kind = "session-launched", At = SessionSample.Now };
        foreach (var channel in _channels)
        {
            channel.Writer.TryWrite(change);
        }

        return _told.Completed;
    }

    [Benchmark]
    public async Task Feed()
    {
        _told = new(Listeners);
        await _host.ExecuteAsync("s-1", _commands[_commanded++ & 1], SessionSample.EndUser);
        await _told.Completed;
    }

    internal async Task SetupAsync()
    {
        _host = new(services => services.AddInMemoryStore());
        await _host.ExecuteAsync("s-1", new SessionCommand.Create(SessionSample.Channel with { TimeOut = TimeSpan.FromDays(1) }, SessionSample.Secrets, AttendedAccess.Met), SessionSample.Technician);
        await _host.ExecuteAsync("s-1", new SessionCommand.Launch(SessionSample.Device), SessionSample.EndUser);
        for (var i = 0; i < Listeners; i++)
        {
            _channels[i] = Channel.CreateBounded<SessionChange>(256);
            _listening.Add(ListenAsync(_channels[i].Reader.ReadAllAsync(_end.Token)));
        }

        // One joins beforehand: what all share is not a listener's.
        await JoinAsync(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await JoinAsync(Listeners - 1);
        Console.WriteLine($"// Retained per listener: {(GC.GetTotalMemory(forceFullCollection: true) - before) / (Listeners - 1)} B");
    }

    internal async Task CleanupAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_listening);
        await _host.DisposeAsync();
        _end.Dispose();
    }

    private async Task JoinAsync(int count)
    {
        _told = new(count);
        for (var i = 0; i < count; i++)
        {
            _listening.Add(ListenAsync(_host.Feed.FollowAsync(new CommandOrigin(SessionSample.Technician), cancellationToken: _end.Token)));
        }

        await _told.Completed;
    }

    private async Task ListenAsync(IAsyncEnumerable<SessionChange> changes)
    {
        try
        {
            await foreach (var _ in changes)
            {
                _told.Signal();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // That is how it ends.
        }
    }

    private sealed class Countdown(int count)
    {
        private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task Completed => _completed.Task;

        public void Signal()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _completed.SetResult();
            }
        }
    }
}
