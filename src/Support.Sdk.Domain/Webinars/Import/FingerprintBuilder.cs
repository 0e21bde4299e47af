using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

// Rolls the three digests of a plan forward, row by row.
internal sealed class FingerprintBuilder : IDisposable
{
    private readonly string _mapping;
    private readonly Digest _participants = new();
    private readonly Digest _records = new();

    public FingerprintBuilder(MappingPlan plan, string webinarId)
    {
        var mapping = new Digest();
        var key = plan.Columns[plan.KeyColumn].Field;
        mapping.Add("support-sdk webinar import 1");
        mapping.Add(webinarId);
        mapping.Add(key.IsUnique ? key.IsCaseSensitive ? "unique by case" : "unique" : "");
        mapping.Add(plan.Mapping.ToUtf8Json());
        mapping.Flush();
        using var hash = mapping.Hash;
        _mapping = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public PlanFingerprint Current
    {
        get
        {
            _participants.Flush();
            _records.Flush();
            return new(_mapping, Convert.ToHexStringLower(_participants.Hash.GetCurrentHash()), Convert.ToHexStringLower(_records.Hash.GetCurrentHash()));
        }
    }

    public void Add(RowStamp stamp)
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(bytes, stamp.Number);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[8..], stamp.Values);
        _participants.Add(bytes);
        _participants.Add(stamp.SourceId);
        _records.Add([(byte)stamp.Verdict.Action, (byte)stamp.Verdict.Reason]);
        _records.Add(stamp.RecordId ?? "");
        _records.Add(stamp.RecordVersion ?? "");
    }

    public void Dispose()
    {
        _participants.Hash.Dispose();
        _records.Hash.Dispose();
    }

    // A call of the hash costs more than the few bytes that a row gives it: they are gathered.
    private sealed class Digest
    {
        private readonly byte[] _gathered = new byte[4096];
        private int _length;

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > _gathered.Length - _length)
            {
                Flush();
            }

            if (bytes.Length > _gathered.Length)
            {
                Hash.AppendData(bytes);
                return;
            }

            bytes.CopyTo(_gathered.AsSpan(_length));
            _length += bytes.Length;
        }

        // With its length, so that two texts never run together.
        public void Add(string text)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            var bytes = most <= 1024 ? stackalloc byte[1024] : new byte[most];
            var count = Encoding.UTF8.GetBytes(text, bytes);
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, count);
            Add(length);
            Add(bytes[..count]);
        }

        public void Flush()
        {
            Hash.AppendData(_gathered, 0, _length);
            _length = 0;
        }
    }
}
