using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Support.Sdk.Webinars;

/// <summary>Memberships of a campaign that are made, or those that get another status.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MembershipBatch : RecordBatch
{
    private readonly MembershipShape _shape;
    private readonly string _campaignId;
    private readonly IReadOnlyList<MembershipWrite> _writes;

    /// <summary>Creates a batch.</summary>
    /// <param name="shape">With which object and fields.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="writes">The memberships: for an update each with its id and status; each record once.</param>
    public MembershipBatch(MembershipShape shape, string campaignId, RecordOperation operation, IReadOnlyList<MembershipWrite> writes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentException.ThrowIfNullOrWhiteSpace(campaignId);
        ArgumentNullException.ThrowIfNull(writes);
        _shape = shape;
        _campaignId = campaignId;
        _writes = writes;
        Operation = operation;
    }

    /// <inheritdoc />
    public override string ObjectName => _shape.ObjectName;

    /// <inheritdoc />
    public override RecordOperation Operation { get; }

    /// <inheritdoc />
    public override int Count => _writes.Count;

    /// <inheritdoc />
    public override string CorrelationColumn => Operation == RecordOperation.Update ? "Id" : _shape.RecordField;

    /// <inheritdoc />
    public override string CorrelationOf(int index) => Operation == RecordOperation.Update ? _writes[index].MembershipId ?? "" : _writes[index].RecordId;

    /// <inheritdoc />
    public override void WriteCsvHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var fields = Operation == RecordOperation.Update ? "Id" : $"{_shape.CampaignField},{_shape.RecordField}";
        _ = Encoding.UTF8.GetBytes(_shape.StatusField is null ? $"{fields}\n" : $"{fields},{_shape.StatusField}\n", output);
    }

    /// <inheritdoc />
    public override void WriteCsv(int index, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var write = _writes[index];
        _ = Encoding.UTF8.GetBytes(Operation == RecordOperation.Update ? write.MembershipId ?? "" : $"{_campaignId},{write.RecordId}", output);
        if (_shape.StatusField is not null)
        {
            output.Write(","u8);
            var status = Encoding.UTF8.GetBytes(write.Status ?? "");
            output.Advance(CsvText.Write(status, output.GetSpan((status.Length * 2) + 2)));
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc />
    public override void WriteJson(int index, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var write = _writes[index];
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        if (Operation == RecordOperation.Update)
        {
            writer.WriteString("Id", write.MembershipId);
        }
        else
        {
            writer.WriteString(_shape.CampaignField, _campaignId);
            writer.WriteString(_shape.RecordField, write.RecordId);
        }

        if (_shape.StatusField is not null && write.Status is not null)
        {
            writer.WriteString(_shape.StatusField, write.Status);
        }

        writer.WriteEndObject();
    }
}
