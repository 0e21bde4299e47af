using System.Buffers.Binary;

namespace Support.Sdk.Webinars;

// Rolls the three digests of a plan forward, row by row.
internal sealed class FingerprintBuilder(MappingPlan plan, string webinarId) : IDisposable
{
    private readonly string _mapping = PlanFingerprint.OfMapping(plan, webinarId);
    private readonly PlanDigest _participants = new();
    private readonly PlanDigest _records = new();

    public PlanFingerprint Current => new(_mapping, _participants.Current, _records.Current);

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
        _participants.Dispose();
        _records.Dispose();
    }
}
