using System.Buffers;
using System.Text;

namespace Support.Sdk.Webinars;

/// <summary>The rows of a chunk that make new records, or those that change records.</summary>
/// <remarks>Thread-safe. Columns that no row writes are left out, for an update must not name a field that cannot be changed.</remarks>
public sealed class MappedBatch : RecordBatch
{
    private readonly MappingPlan _plan;
    private readonly IReadOnlyList<PreparedRow> _rows;
    private readonly int[] _columns;

    /// <summary>Creates a batch.</summary>
    /// <param name="plan">The plan with which the rows were mapped.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="rows">The rows: for an update each with a record.</param>
    public MappedBatch(MappingPlan plan, RecordOperation operation, IReadOnlyList<PreparedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        _plan = plan;
        _rows = rows;
        Operation = operation;
        _columns = [.. Enumerable.Range(0, plan.Columns.Length).Where(column => rows.Any(row => row.Writes[column]))];
    }

    /// <inheritdoc />
    public override string ObjectName => _plan.Target.Name;

    /// <inheritdoc />
    public override RecordOperation Operation { get; }

    /// <inheritdoc />
    public override int Count => _rows.Count;

    /// <inheritdoc />
    /// <remarks>The primary key for new records: an import makes one for each key.</remarks>
    public override string CorrelationColumn => Operation == RecordOperation.Update ? "Id" : _plan.Columns[_plan.KeyColumn].Name;

    /// <inheritdoc />
    public override string CorrelationOf(int index) =>
        (Operation == RecordOperation.Update ? _rows[index].RecordId : _rows[index].Row.GetText(_plan.KeyColumn)) ?? "";

    /// <inheritdoc />
    public override void WriteCsvHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Operation == RecordOperation.Update)
        {
            output.Write("Id"u8);
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            output.Write(i == 0 && Operation == RecordOperation.Insert ? [] : ","u8);
            output.Write(_plan.Compiled[_columns[i]].CsvName);
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc />
    public override void WriteCsv(int index, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var row = _rows[index];
        if (Operation == RecordOperation.Update)
        {
            _ = Encoding.UTF8.GetBytes(row.RecordId, output);
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            output.Write(i == 0 && Operation == RecordOperation.Insert ? [] : ","u8);
            var column = _columns[i];
            if (row.Writes[column])
            {
                var value = row.Row[column];
                output.Advance(CsvText.Write(value, output.GetSpan((value.Length * 2) + 2)));
            }
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc />
    public override void WriteJson(int index, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var row = _rows[index];
        row.Row.WriteJson(output, row.Writes.AsSpan(), Operation == RecordOperation.Update ? row.RecordId : null);
    }
}
