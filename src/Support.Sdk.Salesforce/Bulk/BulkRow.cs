namespace Support.Sdk.Salesforce.Bulk;

/// <summary>A row of a result of the Bulk API, read by the names of its columns. The order of rows is not that of the upload: carry a key of your own.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class BulkRow
{
    private readonly BulkColumns _columns;
    private readonly string[] _values;

    internal BulkRow(BulkColumns columns, string[] values)
    {
        _columns = columns;
        _values = values;
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => _columns.Names;

    /// <summary>The values, in the order of <see cref="Columns"/>; an empty one is empty or null, CSV does not tell.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>Of results of an ingest job: the record's id (<c>sf__Id</c>); <see langword="null"/> when there is none.</summary>
    public string? Id => Find("sf__Id") is { Length: > 0 } id ? id : null;

    /// <summary>Of successes: whether the record was created (<c>sf__Created</c>); otherwise <see langword="null"/>.</summary>
    public bool? Created => Find("sf__Created") is { } text && bool.TryParse(text, out var created) ? created : null;

    /// <summary>Of failures: what was wrong (<c>sf__Error</c>); otherwise <see langword="null"/>.</summary>
    public SalesforceError? Error => Find("sf__Error") is { Length: > 0 } text ? BulkError.Read(text) : null;

    /// <summary>The value of a column, upper and lower case of its name being the same.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public string this[string column] => Find(column) ?? throw new KeyNotFoundException($"The result has no column '{column}', only {string.Join(", ", Columns)}.");

    /// <summary>The value of a column; <see langword="null"/> when there is no such column.</summary>
    /// <param name="column">The name of the column.</param>
    public string? Find(string column) => _columns.IndexOf(column) is >= 0 and var index ? _values[index] : null;

    /// <summary>The id or the code of the error; no values.</summary>
    public override string ToString() => $"BulkRow {Id} {Error?.Code}".TrimEnd();
}
