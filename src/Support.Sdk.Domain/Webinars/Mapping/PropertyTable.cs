using System.Text;

namespace Support.Sdk.Webinars;

// The names of the properties that a plan needs, each with its slot.
internal sealed class PropertyTable
{
    private readonly (byte[] Name, int Slot)[][] _byLength;

    public PropertyTable(IReadOnlyList<string> names)
    {
        Count = names.Count;
        _byLength = new (byte[], int)[names.Select(name => name.Length).DefaultIfEmpty(0).Max() + 1][];
        for (var length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] = [.. names.Select((name, slot) => (Name: Encoding.UTF8.GetBytes(name), slot)).Where(entry => entry.Name.Length == length)];
        }
    }

    public int Count { get; }

    // The slot of a property, or -1.
    public int Find(ReadOnlySpan<byte> name, bool isEscaped)
    {
        if (isEscaped)
        {
            return FindEscaped(name);
        }

        if (name.Length < _byLength.Length)
        {
            foreach (var (candidate, slot) in _byLength[name.Length])
            {
                if (name.SequenceEqual(candidate))
                {
                    return slot;
                }
            }
        }

        return -1;
    }

    // An escape is six bytes for one at most: what is longer than that is none of ours.
    private int FindEscaped(ReadOnlySpan<byte> name)
    {
        Span<byte> plain = stackalloc byte[256];
        return name.Length <= plain.Length && JsonText.TryUnescape(name, plain, out var length) ? Find(plain[..length], isEscaped: false) : -1;
    }
}
