using System.Collections.Concurrent;
using Support.Sdk.PostgreSql.Host;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>What the hosts have said: commits that the store acknowledged to them, and answers to commands.</summary>
internal sealed class Ledger
{
    private long _lastPosition;

    public ConcurrentQueue<HostMessage> Commits { get; } = [];

    public ConcurrentQueue<HostMessage> Logs { get; } = [];

    public ConcurrentDictionary<string, Given> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>The greatest position of an acknowledged commit.</summary>
    public long LastPosition => Volatile.Read(ref _lastPosition);

    public void Hear(HostMessage message)
    {
        if (message.Kind == "committed")
        {
            Commits.Enqueue(message);
            long known;
            while ((known = LastPosition) < message.Position && Interlocked.CompareExchange(ref _lastPosition, message.Position, known) != known)
            {
            }
        }
        else
        {
            Logs.Enqueue(message);
        }
    }

    /// <summary>A command with its answer.</summary>
    /// <param name="Command">The command.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Lost">How many hosts died before they answered it.</param>
    internal sealed record Given(HostCommand Command, HostMessage Answer, int Lost)
    {
        public bool Accepted => Answer is { Kind: "answered", Refusal: "" };
    }
}
