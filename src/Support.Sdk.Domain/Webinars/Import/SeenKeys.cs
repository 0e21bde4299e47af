using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Support.Sdk.Webinars;

// The keys that an import has planned, with the row that stands for each (WBN-12): 64 bits of SHA-256, ten more that choose the table, and the row's number: 12 bytes an entry, a quarter to a half of them free. Among a million keys
// two different ones look the same with a probability of less than 1 in 10^10. In many small tables, so that growing copies little at a time.
internal sealed class SeenKeys
{
    private const int Parts = 1024;
    private readonly Part[] _parts = new Part[Parts];

    public int Count { get; private set; }

    // What is kept of a key.
    public static UInt128 DigestOf(ReadOnlySpan<byte> key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(key, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    // The row that stands for a key; 0 when there is none.
    public uint Find(UInt128 digest)
    {
        var entry = EntryOf(digest, out var part);
        ref var table = ref _parts[part];
        return table.Entries is null ? 0 : table.Entries[table.IndexOf(entry)].Row;
    }

    // The first row stays.
    public bool TryAdd(UInt128 digest, uint row)
    {
        var entry = EntryOf(digest, out var part) with { Row = row };
        if (!_parts[part].TryAdd(entry))
        {
            return false;
        }

        Count++;
        return true;
    }

    // The last 32 bits choose the part, the others are kept.
    private static Entry EntryOf(UInt128 digest, out int part)
    {
        part = (int)((uint)(digest >> 96) % Parts);
        return new((ulong)digest, 0);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Entry(ulong Low, uint Row);

    private struct Part
    {
        private int _count;

        public Entry[]? Entries { get; private set; }

        public bool TryAdd(Entry entry)
        {
            if (Entries is null)
            {
                Entries = new Entry[8];
            }
            else if (_count >= Entries.Length - (Entries.Length / 4))
            {
                var old = Entries;
                Entries = new Entry[old.Length + (old.Length / 2)];
                foreach (var kept in old)
                {
                    if (kept.Row != 0)
                    {
                        Entries[IndexOf(kept)] = kept;
                    }
                }
            }

            ref var place = ref Entries[IndexOf(entry)];
            if (place.Row != 0)
            {
                return false;
            }

            place = entry;
            _count++;
            return true;
        }

        // Where the entry is, or where it belongs. A quarter of the places is free, so that the search ends.
        public readonly int IndexOf(Entry entry)
        {
            var entries = Entries!;
            var index = (int)(entry.Low % (uint)entries.Length);
            while (entries[index].Row != 0 && entries[index].Low != entry.Low)
            {
                index = index + 1 == entries.Length ? 0 : index + 1;
            }

            return index;
        }
    }
}
