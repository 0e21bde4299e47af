namespace Support.Sdk.Tokens;

/// <summary>A key of 256 bits with a name, so that keys can be rotated.</summary>
/// <remarks>Immutable and thread-safe. <see cref="ToString"/> shows the name only.</remarks>
public sealed class SecretKey
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    /// <summary>Creates a key.</summary>
    /// <param name="id">The key's name, such as <c>2026-11</c>: 1 to 64 printable ASCII characters. It stands in the clear before every ciphertext.</param>
    /// <param name="bytes">The key: 32 random bytes, from the host's secret store. Copied.</param>
    /// <exception cref="ArgumentException">The name or the length of the key is wrong.</exception>
    public SecretKey(string id, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (id.Length > 64 || id.Any(character => character is < '!' or > '~'))
        {
            throw new ArgumentException("The name of a key must have 1 to 64 printable ASCII characters without spaces.", nameof(id));
        }

        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A key must have {Length} bytes, not {bytes.Length}; make one with RandomNumberGenerator.GetBytes({Length}).", nameof(bytes));
        }

        Id = id;
        _bytes = bytes.ToArray();
    }

    /// <summary>The key's name.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a key from Base64, as configuration and secret stores hold it.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="base64">32 bytes as Base64.</param>
    /// <exception cref="ArgumentException">The text is no Base64 of 32 bytes. The message does not quote it.</exception>
    public static SecretKey FromBase64(string id, string base64)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(base64);
        Span<byte> bytes = stackalloc byte[Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) && written == Length
            ? new(id, bytes)
            : throw new ArgumentException($"A key must be the Base64 of {Length} bytes.", nameof(base64));
    }

    /// <summary>Names the key and nothing else.</summary>
    public override string ToString() => $"SecretKey {{ Id = {Id} }}";
}
