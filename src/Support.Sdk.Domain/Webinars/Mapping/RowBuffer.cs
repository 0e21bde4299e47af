namespace Support.Sdk.Webinars;

// The bytes of one row: the participant's JSON, and behind it what unescaping and conversions make. Kept from row to row, so that a row costs no memory.
internal sealed class RowBuffer
{
    private byte[] _bytes = new byte[2048];
    private int _length;

    public ReadOnlySpan<byte> this[Slice slice] => _bytes.AsSpan(slice.Offset, slice.Length);

    public void Reset() => _length = 0;

    public Slice Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        return Commit(bytes.Length);
    }

    // Spans over the array before it grew stay valid: they keep the old array, and what stood in it does not change.
    public Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, int.Max(checked(_bytes.Length * 2), _length + length));
        }

        return _bytes.AsSpan(_length, length);
    }

    public Slice Commit(int length)
    {
        var slice = new Slice(_length, length);
        _length += length;
        return slice;
    }
}

internal readonly record struct Slice(int Offset, int Length)
{
    public bool IsEmpty => Length == 0;
}
