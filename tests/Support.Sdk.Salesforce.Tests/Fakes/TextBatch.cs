using System.Buffers;
using System.Text;
using System.Text.Json;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>Rows of text, written as the importer's batches are.</summary>
internal sealed class TextBatch(string objectName, RecordOperation operation, string correlation, string[] columns, IReadOnlyList<string?[]> rows) : RecordBatch
{
    public override string ObjectName => objectName;

    public override RecordOperation Operation => operation;

    public override int Count => rows.Count;

    public override string CorrelationColumn => correlation;

    public static TextBatch Contacts(params IReadOnlyList<string?[]> rows) => new("Contact", RecordOperation.Insert, "Email", ["LastName", "Email"], rows) { Account = "" };

    public static TextBatch Updates(string column, params IReadOnlyList<string?[]> rows) => new("Contact", RecordOperation.Update, "Id", ["Id", column], rows) { Account = "" };

    public override string CorrelationOf(int index) => rows[index][Array.IndexOf(columns, correlation)]!;

    public override void WriteCsvHeader(IBufferWriter<byte> output) => Line(columns, output);

    public override void WriteCsv(int index, IBufferWriter<byte> output) => Line(rows[index], output);

    public override void WriteJson(int index, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        for (var i = 0; i < columns.Length; i++)
        {
            if (rows[index][i] is { } value)
            {
                json.WriteString(columns[i], value);
            }
        }

        json.WriteEndObject();
    }

    private static void Line(IEnumerable<string?> cells, IBufferWriter<byte> output) =>
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\n"));

    private static string Cell(string? value) =>
        value is not null && value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value ?? "";
}
