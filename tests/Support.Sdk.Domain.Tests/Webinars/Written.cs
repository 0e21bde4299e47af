using System.Buffers;
using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// What the two ways write, as text.
internal static class Written
{
    public static MappedRow Read(this MappingPlan plan, string json, ParticipantKind kind = ParticipantKind.Registrant) => plan.Read(Encoding.UTF8.GetBytes(json), kind);

    public static MappedRow Read(this MappingPlan plan, byte[] json, ParticipantKind kind = ParticipantKind.Registrant)
    {
        var row = plan.CreateRow(kind);
        _ = row.Read(json);
        return row;
    }

    public static string Csv(this MappedRow row) => Text(buffer => row.WriteCsv(buffer));

    public static string Json(this MappedRow row) => Text(buffer => row.WriteJson(buffer));

    public static string Csv(this MappedRecord record) => Text(record.WriteCsv);

    public static string Json(this MappedRecord record) => Text(record.WriteJson);

    public static string Text(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.WrittenSpan);
    }
}
