using Microsoft.Extensions.Logging;
using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>Holds one connection that listens for the commits of all hosts, and wakes the watches of this one.</summary>
/// <remarks>
/// Thread-safe. Nothing is lost: a watch takes <see cref="Next"/> before it reads, and each time listening begins, after a lost connection too, every watch is woken to
/// read what was committed while nobody listened.
/// </remarks>
internal sealed class CommitListener(NpgsqlDataSource dataSource, string listen, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private volatile TaskCompletionSource _next = NewSignal();
    private Task? _listening;

    /// <summary>Ends with the next commit, or when listening begins.</summary>
    public Task Next => _next.Task;

    /// <summary>Starts to listen, unless that was done before.</summary>
    /// <param name="closing">Ends listening for good.</param>
    public void Start(CancellationToken closing)
    {
        if (Volatile.Read(ref _listening) is not null)
        {
            return;
        }

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _listening, RunAsync(start.Task, closing), null) is null)
        {
            start.SetResult();
        }
    }

    /// <summary>Wakes the watches.</summary>
    public void Signal() => Interlocked.Exchange(ref _next, NewSignal()).SetResult();

    /// <summary>Waits until listening, which must have been told to end, has ended.</summary>
    public Task StopAsync() => Volatile.Read(ref _listening) ?? Task.CompletedTask;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(Task start, CancellationToken closing)
    {
        await start.ConfigureAwait(false);
        for (var failures = 0; !closing.IsCancellationRequested;)
        {
            try
            {
                await ListenAsync(() => failures = 0, closing).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                if (closing.IsCancellationRequested)
                {
                    return;
                }

                // The first attempt follows at once: most connections are lost alone, not with their server.
                var pause = failures == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(failures, 10), LongestPause.TotalMilliseconds));
                failures++;
                Log.ListenerLost(logger, Failure.Name(exception), failures, pause);
                await Task.Delay(pause, timeProvider, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(Action established, CancellationToken closing)
    {
        var connection = await dataSource.OpenConnectionAsync(closing).ConfigureAwait(false);
        await using var closingConnection = connection.ConfigureAwait(false);
        connection.Notification += (_, _) => Signal();
        var command = new NpgsqlCommand(listen, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(closing).ConfigureAwait(false);
        }

        established();
        Signal();
        while (true)
        {
            await connection.WaitAsync(closing).ConfigureAwait(false);
        }
    }
}
