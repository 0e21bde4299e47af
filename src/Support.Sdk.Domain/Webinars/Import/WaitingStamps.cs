using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.Webinars;

// Rows of one run that wait for their counterpart of the other, as many as the window allows; in the order in which they came.
internal sealed class WaitingStamps(int window)
{
    private readonly Dictionary<string, LinkedListNode<RowStamp>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<RowStamp> _all = [];

    public IEnumerable<RowStamp> All => _all;

    public bool TryTake(RowStamp counterpart, [NotNullWhen(true)] out RowStamp? stamp)
    {
        if (!_byId.Remove(IdOf(counterpart), out var node))
        {
            stamp = null;
            return false;
        }

        _all.Remove(node);
        stamp = node.Value;
        return true;
    }

    // Gives the row that can wait no longer, if there is one: the oldest, or the one whose id comes a second time.
    public RowStamp? Add(RowStamp stamp)
    {
        var id = IdOf(stamp);
        RowStamp? tooOld = null;
        if (_byId.Remove(id, out var same))
        {
            _all.Remove(same);
            tooOld = same.Value;
        }
        else if (_all.Count == window)
        {
            tooOld = _all.First!.Value;
            _all.RemoveFirst();
            _ = _byId.Remove(IdOf(tooOld));
        }

        _byId.Add(id, _all.AddLast(stamp));
        return tooOld;
    }

    private static string IdOf(RowStamp stamp) => ParticipantName.Of(stamp.SourceId, stamp.Number);
}
