using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

// SHA-256 over what is added bit by bit. A call of the hash costs more than the few bytes that a row gives it: they are gathered.
internal sealed class PlanDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _gathered = new byte[4096];
    private int _length;

    // Of all that was added so far, in hexadecimal digits.
    public string Current
    {
        get
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _gathered.Length - _length)
        {
            Flush();
        }

        if (bytes.Length > _gathered.Length)
        {
            _hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(_gathered.AsSpan(_length));
        _length += bytes.Length;
    }

    // With its length, so that two texts never run together.
    public void Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 1024 ? stackalloc byte[1024] : new byte[most];
        var count = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, count);
        Add(length);
        Add(bytes[..count]);
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        _hash.AppendData(_gathered, 0, _length);
        _length = 0;
    }
}
