using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

// Rolls the three digests of a plan forward, row by row.
internal sealed class FingerprintBuilder : IDisposable
{
    private readonly string _mapping;
    private readonly IncrementalHash _participants = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _records = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public FingerprintBuilder(MappingPlan plan, string webinarId)
    {
        using var mapping = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var key = plan.Columns[plan.KeyColumn].Field;
        Add(mapping, "support-sdk webinar import 1");
        Add(mapping, webinarId);
        Add(mapping, key.IsUnique ? key.IsCaseSensitive ? "unique by case" : "unique" : "");
        mapping.AppendData(plan.Mapping.ToUtf8Json());
        _mapping = Convert.ToHexStringLower(mapping.GetHashAndReset());
    }

    public PlanFingerprint Current =>
        new(_mapping, Convert.ToHexStringLower(_participants.GetCurrentHash()), Convert.ToHexStringLower(_records.GetCurrentHash()));

    public void Add(RowStamp stamp)
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(bytes, stamp.Number);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[8..], stamp.Values);
        _participants.AppendData(bytes);
        Add(_participants, stamp.SourceId);
        _records.AppendData([(byte)stamp.Verdict.Action, (byte)stamp.Verdict.Reason]);
        Add(_records, stamp.RecordId ?? "");
        Add(_records, stamp.RecordVersion ?? "");
    }

    public void Dispose()
    {
        _participants.Dispose();
        _records.Dispose();
    }

    // With its length, so that two texts never run together.
    private static void Add(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
