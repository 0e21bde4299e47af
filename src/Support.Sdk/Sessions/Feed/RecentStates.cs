using System.Diagnostics.CodeAnalysis;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>The latest states of the streams that were used last, up to a bound. For one thread at a time.</summary>
internal sealed class RecentStates<TState>(int capacity)
    where TState : class
{
    private readonly Dictionary<StreamId, LinkedListNode<(StreamId Stream, TState State, long Version)>> _nodes = [];
    private readonly LinkedList<(StreamId Stream, TState State, long Version)> _byUse = new();

    public bool TryGet(StreamId stream, [NotNullWhen(true)] out TState? state, out long version)
    {
        if (!_nodes.TryGetValue(stream, out var node))
        {
            (state, version) = (null, 0);
            return false;
        }

        _byUse.Remove(node);
        _byUse.AddFirst(node);
        (_, state, version) = node.Value;
        return true;
    }

    public void Remove(StreamId stream)
    {
        if (_nodes.Remove(stream, out var node))
        {
            _byUse.Remove(node);
        }
    }

    public void Set(StreamId stream, TState state, long version)
    {
        if (_nodes.TryGetValue(stream, out var node))
        {
            _byUse.Remove(node);
            node.Value = (stream, state, version);
        }
        else
        {
            if (_nodes.Count >= capacity)
            {
                _nodes.Remove(_byUse.Last!.Value.Stream);
                _byUse.RemoveLast();
            }

            _nodes[stream] = node = new((stream, state, version));
        }

        _byUse.AddFirst(node);
    }
}
