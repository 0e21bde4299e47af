using System.Text;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>CSV by RFC 4180, strictly: the delimiter and line ending the job said, quotes doubled within quotes.</summary>
internal sealed class BulkCsv(byte[] data, char delimiter, bool crlf)
{
    private int _at = data.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;

    /// <summary>Where the next record begins.</summary>
    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public bool Ended => _at >= data.Length;

    public static char Delimiter(string name) => name switch
    {
        "BACKQUOTE" => '`',
        "CARET" => '^',
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "TAB" => '\t',
        _ => ',',
    };

    /// <exception cref="FormatException">The text is not what the job promised; the message is the vendor's.</exception>
    public List<string> Read()
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(_at < data.Length && data[_at] == '"' ? Quoted() : Plain());
            if (_at >= data.Length)
            {
                return cells;
            }

            if (data[_at] == delimiter)
            {
                _at++;
                continue;
            }

            EndLine();
            return cells;
        }
    }

    public static void Write(StringBuilder text, IEnumerable<string?> cells, char delimiter, bool crlf)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(delimiter);
            }

            first = false;
            text.Append('"').Append(cell?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append(crlf ? "\r\n" : "\n");
    }

    private string Plain()
    {
        var rest = data.AsSpan(_at);
        var length = rest.IndexOfAny((byte)delimiter, (byte)'\n', (byte)'\r');
        length = length < 0 ? rest.Length : length;
        if (rest[..length].Contains((byte)'"'))
        {
            throw new FormatException("InvalidBatch : Failed to parse CSV: a quote within a value that is not quoted");
        }

        _at += length;
        return Encoding.UTF8.GetString(rest[..length]);
    }

    private string Quoted()
    {
        var start = ++_at;
        var doubled = false;
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

            doubled = true;
            _at++;
        }

        var value = Encoding.UTF8.GetString(data, start, _at - 1 - start);
        if (_at < data.Length && data[_at] != delimiter && data[_at] is not ((byte)'\n' or (byte)'\r'))
        {
            throw new FormatException("InvalidBatch : Failed to parse CSV: text behind a closing quote");
        }

        return doubled ? value.Replace("\"\"", "\"", StringComparison.Ordinal) : value;
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
