using System.Buffers;
using System.Text;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads CSV (RFC 4180, UTF-8) row by row from a stream; strict: what is no CSV is an error, not a guess. Never holds more than a row.</summary>
/// <remarks>Not thread-safe. Accepts both line endings, a missing last one, and a byte order mark.</remarks>
internal sealed class CsvReader(Stream stream, char delimiter) : IDisposable
{
    private const int BufferLength = 16 * 1024;
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, BufferLength, leaveOpen: true);
    private readonly char[] _buffer = ArrayPool<char>.Shared.Rent(BufferLength);
    private readonly StringBuilder _field = new();
    private int _position;
    private int _length;
    private long _row;

    /// <returns>The fields of the next row; <see langword="null"/> after the last one.</returns>
    /// <exception cref="FormatException">The text is no CSV.</exception>
    public async ValueTask<string[]?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) < 0)
        {
            return null;
        }

        _row++;
        var fields = new List<string>();
        while (true)
        {
            var end = await ReadFieldAsync(fields, cancellationToken).ConfigureAwait(false);
            if (end != delimiter)
            {
                return [.. fields];
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        _reader.Dispose();
    }

    /// <returns>What ended the field: the delimiter, a line feed, or -1 at the end of the text.</returns>
    private async ValueTask<int> ReadFieldAsync(List<string> fields, CancellationToken cancellationToken)
    {
        _field.Clear();
        var isQuoted = await PeekAsync(cancellationToken).ConfigureAwait(false) == '"';
        if (isQuoted)
        {
            _position++;
            await ReadQuotedAsync(cancellationToken).ConfigureAwait(false);
        }

        while (true)
        {
            var next = await PeekAsync(cancellationToken).ConfigureAwait(false);
            _position++;
            if (next == '\r' && await PeekAsync(cancellationToken).ConfigureAwait(false) == '\n')
            {
                continue;
            }

            if (next < 0 || next == '\n' || next == delimiter)
            {
                fields.Add(_field.ToString());
                return next;
            }

            if (isQuoted)
            {
                throw Malformed("something follows a closing quote");
            }

            if (next == '"')
            {
                throw Malformed("a quote stands inside a field that does not begin with one");
            }

            _field.Append((char)next);
        }
    }

    private async ValueTask ReadQuotedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await PeekAsync(cancellationToken).ConfigureAwait(false) < 0)
            {
                throw Malformed("a quote is not closed");
            }

            var rest = _buffer.AsSpan(_position, _length - _position);
            var quote = rest.IndexOf('"');
            if (quote < 0)
            {
                _field.Append(rest);
                _position = _length;
                continue;
            }

            _field.Append(rest[..quote]);
            _position += quote + 1;
            if (await PeekAsync(cancellationToken).ConfigureAwait(false) != '"')
            {
                return;
            }

            _field.Append('"');
            _position++;
        }
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (_position >= _length)
        {
            _position = 0;
            _length = await _reader.ReadAsync(_buffer.AsMemory(0, BufferLength), cancellationToken).ConfigureAwait(false);
            if (_length == 0)
            {
                return -1;
            }
        }

        return _buffer[_position];
    }

    private FormatException Malformed(string problem) => new($"Row {_row} is no CSV: {problem}.");
}
