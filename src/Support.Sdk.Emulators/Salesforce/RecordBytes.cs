using System.Buffers.Binary;
using System.Text;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>When and by whom a record was made and changed. Users are rows of the User table, instants milliseconds.</summary>
internal readonly record struct RecordStamps(long CreatedAt, long ModifiedAt, int CreatedBy, int ModifiedBy);

/// <summary>A record in one array: stamps, then ordinal, length and UTF-8 of each value it has. Made for a million of them.</summary>
internal static class RecordBytes
{
    private const int Header = 24;

    public static byte[] Write(RecordStamps stamps, IReadOnlyDictionary<int, string> values)
    {
        var size = Header;
        foreach (var (ordinal, value) in values)
        {
            var length = Encoding.UTF8.GetByteCount(value);
            size += VarSize(ordinal) + VarSize(length) + length;
        }

        var data = new byte[size];
        BinaryPrimitives.WriteInt64LittleEndian(data, stamps.CreatedAt);
        BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(8), stamps.ModifiedAt);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(16), stamps.CreatedBy);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(20), stamps.ModifiedBy);
        var at = Header;
        foreach (var (ordinal, value) in values)
        {
            WriteVar(data, ref at, ordinal);
            WriteVar(data, ref at, Encoding.UTF8.GetByteCount(value));
            at += Encoding.UTF8.GetBytes(value, data.AsSpan(at));
        }

        return data;
    }

    public static RecordStamps Stamps(byte[] data) => new(
        BinaryPrimitives.ReadInt64LittleEndian(data), BinaryPrimitives.ReadInt64LittleEndian(data.AsSpan(8)),
        BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(16)), BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(20)));

    public static string? Find(byte[] data, int ordinal)
    {
        var at = Header;
        while (at < data.Length)
        {
            var found = ReadVar(data, ref at);
            var length = ReadVar(data, ref at);
            if (found == ordinal)
            {
                return Encoding.UTF8.GetString(data, at, length);
            }

            at += length;
        }

        return null;
    }

    public static Dictionary<int, string> Read(byte[] data)
    {
        var values = new Dictionary<int, string>();
        var at = Header;
        while (at < data.Length)
        {
            var ordinal = ReadVar(data, ref at);
            var length = ReadVar(data, ref at);
            values.Add(ordinal, Encoding.UTF8.GetString(data, at, length));
            at += length;
        }

        return values;
    }

    private static int VarSize(int value) => value < 0x80 ? 1 : value < 0x4000 ? 2 : 3;

    private static void WriteVar(byte[] data, ref int at, int value)
    {
        while (value >= 0x80)
        {
            data[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        data[at++] = (byte)value;
    }

    private static int ReadVar(byte[] data, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = data[at++];
            value |= (one & 0x7F) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }
    }
}
