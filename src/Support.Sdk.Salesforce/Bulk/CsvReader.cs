using System.Buffers;
using System.Text;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>Reads CSV (RFC 4180, UTF-8) row by row from a stream; strict: what is no CSV is an error, not a guess. Never holds more than a row.</summary>
/// <remarks>
/// Not thread-safe. Accepts both line endings, a missing last one, and a byte order mark. A row allocates nothing: its fields lie in one buffer until the next row is read.
/// </remarks>
internal sealed class CsvReader : IDisposable
{
    private const int BufferLength = 16 * 1024;
    private readonly StreamReader _reader;
    private readonly char[] _buffer = ArrayPool<char>.Shared.Rent(BufferLength);
    private readonly SearchValues<char> _special;
    private readonly List<int> _ends = [];
    private readonly char _delimiter;
    private char[] _row = ArrayPool<char>.Shared.Rent(1024);
    private int _rowLength;
    private int _position;
    private int _length;
    private long _number;
    private Place _place;
    private bool _isQuoted;

    public CsvReader(Stream stream, char delimiter)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        _reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: true, BufferLength, leaveOpen: true);
        _delimiter = delimiter;
        _special = SearchValues.Create([delimiter, '"', '\r', '\n']);
    }

    private enum Place
    {
        FieldStart,
        Plain,
        Quoted,
        AfterQuote,
        AfterReturn,
    }

    /// <summary>How many fields the row has.</summary>
    public int Count => _ends.Count;

    /// <summary>A field of the row.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var start = field == 0 ? 0 : _ends[field - 1];
            return _row.AsSpan(start, _ends[field] - start);
        }
    }

    /// <returns>Whether there is another row.</returns>
    /// <exception cref="FormatException">The text is no CSV.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _ends.Clear();
        _rowLength = 0;
        _place = Place.FieldStart;
        _number++;
        while (!Scan())
        {
            _position = 0;
            _length = await _reader.ReadAsync(_buffer.AsMemory(0, BufferLength), cancellationToken).ConfigureAwait(false);
            if (_length == 0)
            {
                return EndText();
            }
        }

        return true;
    }

    public string[] ToArray()
    {
        var fields = new string[Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = this[i].ToString();
        }

        return fields;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        ArrayPool<char>.Shared.Return(_row, clearArray: true);
        _reader.Dispose();
    }

    /// <returns>Whether the row is whole; otherwise the buffer is used up.</returns>
    private bool Scan()
    {
        while (_position < _length)
        {
            var isWhole = _place switch
            {
                Place.FieldStart => StartField(),
                Place.Plain => ScanPlain(),
                Place.Quoted => ScanQuoted(),
                Place.AfterQuote => ScanAfterQuote(),
                _ => ScanAfterReturn(),
            };
            if (isWhole)
            {
                return true;
            }
        }

        return false;
    }

    private bool StartField()
    {
        _isQuoted = _buffer[_position] == '"';
        _position += _isQuoted ? 1 : 0;
        _place = _isQuoted ? Place.Quoted : Place.Plain;
        return false;
    }

    private bool ScanPlain()
    {
        var end = AppendUntil(_buffer.AsSpan(_position, _length - _position).IndexOfAny(_special));
        return end switch
        {
            -1 => false,
            '"' => throw Malformed("a quote stands inside a field that does not begin with one"),
            _ => EndField((char)end),
        };
    }

    private bool ScanQuoted()
    {
        if (AppendUntil(_buffer.AsSpan(_position, _length - _position).IndexOf('"')) == '"')
        {
            _place = Place.AfterQuote;
        }

        return false;
    }

    private bool ScanAfterQuote()
    {
        var next = _buffer[_position++];
        if (next == '"')
        {
            Append("\"");
            _place = Place.Quoted;
            return false;
        }

        return next == _delimiter || next is '\r' or '\n' ? EndField(next) : throw Malformed("something follows a closing quote");
    }

    private bool ScanAfterReturn()
    {
        if (_buffer[_position] == '\n')
        {
            _position++;
            return EndField('\n');
        }

        // A carriage return alone ends nothing.
        if (_isQuoted)
        {
            throw Malformed("something follows a closing quote");
        }

        Append("\r");
        _place = Place.Plain;
        return false;
    }

    private bool EndText()
    {
        switch (_place)
        {
            case Place.FieldStart when _ends.Count == 0:
                return false;
            case Place.Quoted:
                throw Malformed("a quote is not closed");
            case Place.AfterReturn when _isQuoted:
                throw Malformed("something follows a closing quote");
            case Place.AfterReturn:
                Append("\r");
                break;
        }

        return EndField('\n');
    }

    /// <returns>Whether the row ends as well.</returns>
    private bool EndField(char end)
    {
        if (end == '\r')
        {
            _place = Place.AfterReturn;
            return false;
        }

        _ends.Add(_rowLength);
        _place = Place.FieldStart;
        return end == '\n';
    }

    /// <returns>The character at which it ended, which is passed over; -1 when the buffer is used up.</returns>
    private int AppendUntil(int length)
    {
        if (length < 0)
        {
            Append(_buffer.AsSpan(_position, _length - _position));
            _position = _length;
            return -1;
        }

        Append(_buffer.AsSpan(_position, length));
        _position += length + 1;
        return _buffer[_position - 1];
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _row.Length - _rowLength)
        {
            var wider = ArrayPool<char>.Shared.Rent(int.Max(_row.Length * 2, _rowLength + text.Length));
            _row.AsSpan(0, _rowLength).CopyTo(wider);
            ArrayPool<char>.Shared.Return(_row, clearArray: true);
            _row = wider;
        }

        text.CopyTo(_row.AsSpan(_rowLength));
        _rowLength += text.Length;
    }

    private FormatException Malformed(string problem) => new($"Row {_number} is no CSV: {problem}.");
}
