using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Tokens;

/// <summary>Protects secrets with AES-256-GCM under keys that the host provides.</summary>
/// <remarks>
/// <para>Thread-safe. Writes with the current key; reads with every key it was given, so a key is rotated by putting a new one first and keeping the old ones until all is rewritten.</para>
/// <para>
/// Layout: format (1 byte, value 1), length of the key's name (1 byte), the name (ASCII), nonce (12 random bytes), tag (16 bytes), ciphertext. The purpose and all before the
/// nonce are authenticated with it. Random nonces allow some 2³² secrets for one key (NIST SP 800-38D, 8.3); rotate before.
/// </para>
/// </remarks>
public sealed class AesGcmSecretProtector : ISecretProtector
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly SecretKey _current;
    private readonly Dictionary<string, SecretKey> _keys;

    /// <summary>Creates a protector.</summary>
    /// <param name="current">The key to write with.</param>
    /// <param name="older">The keys that can still be read.</param>
    /// <exception cref="ArgumentException">Two keys have one name.</exception>
    public AesGcmSecretProtector(SecretKey current, params IEnumerable<SecretKey> older)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(older);
        _current = current;
        _keys = new(StringComparer.Ordinal) { [current.Id] = current };
        foreach (var key in older)
        {
            if (!_keys.TryAdd(key.Id, key))
            {
                throw new ArgumentException($"Two keys are named '{key.Id}'; a key's name says which one a secret was written with.", nameof(older));
            }
        }
    }

    /// <inheritdoc />
    public byte[] Protect(ReadOnlySpan<byte> plaintext, string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        var header = 2 + _current.Id.Length;
        var output = new byte[header + NonceLength + TagLength + plaintext.Length];
        output[0] = Format;
        output[1] = (byte)_current.Id.Length;
        Encoding.ASCII.GetBytes(_current.Id, output.AsSpan(2));
        var nonce = output.AsSpan(header, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_current.Bytes, TagLength);
        aes.Encrypt(
            nonce,
            plaintext,
            output.AsSpan(header + NonceLength + TagLength),
            output.AsSpan(header + NonceLength, TagLength),
            AssociatedData(output.AsSpan(0, header), purpose));
        return output;
    }

    /// <inheritdoc />
    public byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        var header = ciphertext.Length < 2 ? 2 : 2 + ciphertext[1];
        if (ciphertext.Length < header + NonceLength + TagLength || ciphertext[0] != Format)
        {
            throw new CryptographicException("This is no secret that AesGcmSecretProtector wrote.");
        }

        var id = Encoding.ASCII.GetString(ciphertext[2..header]);
        if (!_keys.TryGetValue(id, out var key))
        {
            throw new CryptographicException("The secret was written with a key that is not configured; give it to AesGcmSecretProtector as an older key.");
        }

        var plaintext = new byte[ciphertext.Length - header - NonceLength - TagLength];
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Decrypt(
            ciphertext.Slice(header, NonceLength),
            ciphertext[(header + NonceLength + TagLength)..],
            ciphertext.Slice(header + NonceLength, TagLength),
            plaintext,
            AssociatedData(ciphertext[..header], purpose));
        return plaintext;
    }

    private static byte[] AssociatedData(ReadOnlySpan<byte> header, string purpose) => [.. header, .. Encoding.UTF8.GetBytes(purpose)];
}
