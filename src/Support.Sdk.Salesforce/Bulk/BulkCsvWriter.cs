using System.Buffers;
using System.Text;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Writes the CSV of an upload (RFC 4180, UTF-8), row by row, to a stream.</summary>
/// <remarks>
/// Not thread-safe. An empty cell leaves a field alone; <c>#N/A</c> clears it (fact sheet 9.1): <see langword="default"/> and an empty text become the one, <see langword="null"/> the
/// other. Rows are gathered to 32 KiB before they are written; <see cref="DisposeAsync"/> writes the rest and leaves the stream open.
/// </remarks>
public sealed class BulkCsvWriter : IAsyncDisposable
{
    private const string ClearsField = "#N/A";
    private const int FlushAt = 32 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 4096);
    private readonly SearchValues<char> _special;
    private readonly Stream _stream;
    private readonly char _delimiter;
    private readonly string _lineEnding;
    private readonly int _columns;

    /// <summary>Begins with the header row.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="columns">The API names of the fields. A reference by external id is <c>Account.Ext__c</c>.</param>
    /// <param name="delimiter">What separates the columns; <see langword="default"/> for commas.</param>
    /// <param name="lineEnding">What ends the lines; <see langword="default"/> for line feeds.</param>
    /// <exception cref="ArgumentException">There are no columns, or a column has no name.</exception>
    public BulkCsvWriter(Stream stream, IReadOnlyList<string> columns, ColumnDelimiter delimiter = default, LineEnding lineEnding = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0 || columns.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("There must be at least one column, and each must have a name.", nameof(columns));
        }

        _stream = stream;
        _delimiter = delimiter.Character;
        _lineEnding = lineEnding == LineEnding.CrLf ? "\r\n" : "\n";
        _columns = columns.Count;
        _special = SearchValues.Create([_delimiter, '"', '\r', '\n']);
        for (var i = 0; i < columns.Count; i++)
        {
            Append(columns[i], i);
        }

        Encoding.UTF8.GetBytes(_lineEnding, _buffer);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="values">One value per column.</param>
    /// <param name="cancellationToken">Cancels the writing; the stream may then end within a row.</param>
    /// <exception cref="ArgumentException">There are not as many values as columns, or a text is <c>#N/A</c>, which would clear the field.</exception>
    public ValueTask WriteAsync(IReadOnlyList<FieldValue> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != _columns)
        {
            throw new ArgumentException($"There are {_columns} columns, but {values.Count} values.", nameof(values));
        }

        if (values.Any(static value => value.Text == ClearsField))
        {
            throw new ArgumentException("The text '#N/A' would clear the field; the Bulk API cannot write it. Use FieldValue.Null to clear a field.", nameof(values));
        }

        for (var i = 0; i < values.Count; i++)
        {
            Append(values[i].IsNull ? ClearsField : values[i].Text ?? "", i);
        }

        Encoding.UTF8.GetBytes(_lineEnding, _buffer);
        return _buffer.WrittenCount >= FlushAt ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Writes what was gathered.</summary>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => FlushAsync(CancellationToken.None);

    private void Append(string text, int column)
    {
        if (column > 0)
        {
            _buffer.GetSpan(1)[0] = (byte)_delimiter;
            _buffer.Advance(1);
        }

        // Spaces at the edges are part of a field (RFC 4180), but not every reader knows.
        var needsQuotes = text.AsSpan().ContainsAny(_special) || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '));
        Encoding.UTF8.GetBytes(needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text, _buffer);
    }
}
