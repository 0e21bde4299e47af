using System.Text;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>CSV by RFC 4180, strictly: the delimiter and line ending the job said, quotes doubled within quotes.</summary>
internal sealed class BulkCsv(byte[] data, char delimiter, bool crlf)
{
    private int _at = data.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    private int _start;
    private int _length;
    private bool _doubled;

    /// <summary>Where the next record begins.</summary>
    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public bool Ended => _at >= data.Length;

    /// <summary>The cell as it stands between its quotes: those within it are still doubled.</summary>
    public ReadOnlySpan<byte> Raw => data.AsSpan(_start, _length);

    public string Text => _doubled ? Encoding.UTF8.GetString(Raw).Replace("\"\"", "\"", StringComparison.Ordinal) : Encoding.UTF8.GetString(Raw);

    public static char Delimiter(string name) => name switch
    {
        "BACKQUOTE" => '`',
        "CARET" => '^',
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "TAB" => '\t',
        _ => ',',
    };

    /// <summary>Goes to the next cell.</summary>
    /// <returns>Whether another one follows in the record.</returns>
    /// <exception cref="FormatException">The text is not what the job promised; the message is the vendor's.</exception>
    public bool Next()
    {
        if (_at < data.Length && data[_at] == '"')
        {
            Quoted();
        }
        else
        {
            Plain();
        }

        if (_at >= data.Length)
        {
            return false;
        }

        if (data[_at] == delimiter)
        {
            _at++;
            return true;
        }

        EndLine();
        return false;
    }

    /// <summary>Reads a record.</summary>
    /// <inheritdoc cref="Next" path="/exception" />
    public List<string> Read()
    {
        var cells = new List<string>();
        bool more;
        do
        {
            more = Next();
            cells.Add(Text);
        }
        while (more);
        return cells;
    }

    /// <summary>Goes over a record.</summary>
    /// <returns>How many cells it has.</returns>
    /// <inheritdoc cref="Next" path="/exception" />
    public int Skip()
    {
        var count = 1;
        while (Next())
        {
            count++;
        }

        return count;
    }

    private void Plain()
    {
        var rest = data.AsSpan(_at);
        var length = rest.IndexOfAny((byte)delimiter, (byte)'\n', (byte)'\r');
        length = length < 0 ? rest.Length : length;
        if (rest[..length].Contains((byte)'"'))
        {
            throw new FormatException("InvalidBatch : Failed to parse CSV: a quote within a value that is not quoted");
        }

        (_start, _length, _doubled) = (_at, length, false);
        _at += length;
    }

    private void Quoted()
    {
        _start = ++_at;
        _doubled = false;
        while (true)
        {
            var quote = data.AsSpan(_at).IndexOf((byte)'"');
            if (quote < 0)
            {
                throw new FormatException("InvalidBatch : Failed to parse CSV: EOF reached before closing an opened quote");
            }

            _at += quote + 1;
            if (_at >= data.Length || data[_at] != '"')
            {
                break;
            }

            _doubled = true;
            _at++;
        }

        _length = _at - 1 - _start;
        if (_at < data.Length && data[_at] != delimiter && data[_at] is not ((byte)'\n' or (byte)'\r'))
        {
            throw new FormatException("InvalidBatch : Failed to parse CSV: text behind a closing quote");
        }
    }

    private void EndLine()
    {
        var isCrlf = data[_at] == '\r';
        if (isCrlf != crlf || (isCrlf && (_at + 1 >= data.Length || data[_at + 1] != '\n')))
        {
            throw new FormatException($"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is {(crlf ? "CRLF" : "LF")}");
        }

        _at += isCrlf ? 2 : 1;
    }
}
