using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace Support.Sdk.Webinars;

// Words with what takes their place; found whatever the case, in either encoding, without making strings.
internal sealed class WordTable
{
    private const int LongestWord = 256;

    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordTable(IEnumerable<KeyValuePair<string, string>> entries)
    {
        _entries = entries
            .DistinctBy(entry => entry.Key.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(entry => entry.Key.Trim(), entry => new Entry(entry.Value, Encoding.UTF8.GetBytes(entry.Value)), StringComparer.OrdinalIgnoreCase);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryFind(ReadOnlySpan<char> word, out Entry entry)
    {
        entry = default;
        return word.Length <= LongestWord && _lookup.TryGetValue(word.Trim(), out entry);
    }

    public bool TryFind(ReadOnlySpan<byte> word, out Entry entry)
    {
        entry = default;
        Span<char> chars = stackalloc char[LongestWord];
        return Utf8.ToUtf16(word, chars, out _, out var length) == System.Buffers.OperationStatus.Done && TryFind(chars[..length], out entry);
    }

    public readonly record struct Entry(string Text, byte[] Utf8);
}
