using Support.Sdk.Stores;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Watches the store from its beginning, as a console would, and knows from that alone which sessions live and which errands are open.</summary>
internal sealed class Follower(IMachineStore store, Ledger ledger)
{
    private static readonly string[] Begins = ["session-created", "errand-planned", "errand-sent"];
    private static readonly string[] Ends = ["session-expired", "session-closed", "session-deleted", "errand-delivered"];

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private bool _allGiven;

    public List<RecordedEvent> Seen { get; } = [];

    /// <summary>Ends when all commands were given, everything acknowledged was seen, and no session lives nor errand is open.</summary>
    public Task Settled => _settled.Task;

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var recorded in store.WatchAsync(0, cancellationToken))
            {
                lock (_lock)
                {
                    See(recorded);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            _settled.TrySetException(exception);
        }
    }

    public void AllGiven()
    {
        lock (_lock)
        {
            _allGiven = true;
            Look();
        }
    }

    public string Describe()
    {
        lock (_lock)
        {
            return $"{Seen.Count} events seen, open: {string.Join(", ", _open.Order(StringComparer.Ordinal))}";
        }
    }

    private void See(RecordedEvent recorded)
    {
        Seen.Add(recorded);
        // Many errands share a stream; the subject of their changes tells them apart.
        var what = $"{recorded.Stream} {(recorded.Event.Machine == "errand" ? recorded.Change.Subject : "")}";
        if (Begins.Contains(recorded.Event.Type))
        {
            _open.Add(what);
        }
        else if (Ends.Contains(recorded.Event.Type))
        {
            _open.Remove(what);
        }

        Look();
    }

    private void Look()
    {
        if (_allGiven && _open.Count == 0 && (Seen.Count == 0 ? 0 : Seen[^1].Position) >= ledger.LastPosition)
        {
            _settled.TrySetResult();
        }
    }
}
