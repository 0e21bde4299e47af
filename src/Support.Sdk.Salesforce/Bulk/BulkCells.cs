namespace Support.Sdk.Salesforce.Bulk;

/// <summary>The row of a result that was read last, by the places of its columns: one object for all rows, and no text until it is asked for.</summary>
internal sealed class BulkCells(BulkColumns columns, CsvReader csv)
{
    public BulkColumns Columns => columns;

    /// <summary>The value in a column; empty for a place that is negative.</summary>
    public ReadOnlySpan<char> this[int column] => column < 0 ? [] : csv[column];

    public BulkRow ToRow() => new(columns, csv.ToArray());
}
