using System.Security.Cryptography;
using System.Text.Json;

namespace Support.Sdk.Tokens;

/// <summary>Seals tokens for a store and opens them again, bound to their key: what was sealed for one vendor, account and subject cannot be opened for another.</summary>
/// <remarks>Thread-safe if the protector is. Buffers that held tokens in the clear are zeroed. For implementations of <see cref="ITokenStore"/>.</remarks>
public static class TokenSealing
{
    /// <summary>Encrypts tokens for the row of their key.</summary>
    /// <param name="protector">Encrypts.</param>
    /// <param name="key">The key under which the result is stored.</param>
    /// <param name="tokens">The tokens.</param>
    /// <returns>The ciphertext; holds nothing in the clear.</returns>
    public static byte[] SealTokens(this ISecretProtector protector, TokenKey key, OAuthTokens tokens)
    {
        ArgumentNullException.ThrowIfNull(protector);
        ArgumentNullException.ThrowIfNull(tokens);
        var plaintext = JsonSerializer.SerializeToUtf8Bytes(TokenDocument.From(tokens), TokenJsonContext.Default.TokenDocument);
        try
        {
            return protector.Protect(plaintext, Purpose(key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Reads what <see cref="SealTokens"/> made for the same key.</summary>
    /// <param name="protector">Decrypts.</param>
    /// <param name="key">The key under which the ciphertext was found.</param>
    /// <param name="ciphertext">What was found.</param>
    /// <exception cref="CryptographicException">The ciphertext was altered, made for another key, or made with a secret that the protector does not know.</exception>
    /// <exception cref="JsonException">It was decrypted, but holds no tokens.</exception>
    public static OAuthTokens OpenTokens(this ISecretProtector protector, TokenKey key, ReadOnlySpan<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(protector);
        var plaintext = protector.Unprotect(ciphertext, Purpose(key));
        try
        {
            var document = JsonSerializer.Deserialize(plaintext, TokenJsonContext.Default.TokenDocument) ?? throw new JsonException("The stored tokens are no JSON object.");
            return document.ToTokens();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    // Part of the ciphertexts in databases: never changed.
    private static string Purpose(TokenKey key) => $"Support.Sdk.Tokens/{key}";
}
