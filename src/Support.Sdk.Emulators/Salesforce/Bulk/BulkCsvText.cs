using System.Buffers;
using System.Text;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>CSV of the vendor's results: every cell in quotes.</summary>
internal sealed class BulkCsvText(char delimiter, bool crlf)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private bool _begun;

    public void Cell(string? value)
    {
        Begin();
        Encoding.UTF8.GetBytes(value?.Replace("\"", "\"\"", StringComparison.Ordinal), _text);
        _text.Write("\""u8);
    }

    /// <summary>A cell in whose text quotes are doubled already.</summary>
    public void RawCell(ReadOnlySpan<byte> value)
    {
        Begin();
        _text.Write(value);
        _text.Write("\""u8);
    }

    public void EndRecord()
    {
        _text.Write(crlf ? "\r\n"u8 : "\n"u8);
        _begun = false;
    }

    public void Record(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            Cell(cell);
        }

        EndRecord();
    }

    public byte[] ToArray() => _text.WrittenSpan.ToArray();

    private void Begin()
    {
        _text.Write(_begun ? [(byte)delimiter, (byte)'"'] : "\""u8);
        _begun = true;
    }
}
