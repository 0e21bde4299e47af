namespace Support.Sdk.Tokens;

/// <summary>Encrypts what a store must not hold in the clear.</summary>
/// <remarks>
/// Implementations are thread-safe. What <see cref="Protect"/> made, <see cref="Unprotect"/> must be able to read in every process that shares
/// the store, and after a restart.
/// </remarks>
public interface ISecretProtector
{
    /// <summary>Encrypts and authenticates <paramref name="plaintext"/>.</summary>
    /// <param name="plaintext">The secret.</param>
    /// <param name="purpose">What the secret is for; a ciphertext of one purpose cannot be read for another.</param>
    byte[] Protect(ReadOnlySpan<byte> plaintext, string purpose);

    /// <summary>Reads what <see cref="Protect"/> made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The ciphertext was altered, or made for another purpose or with another key.</exception>
    byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string purpose);
}
