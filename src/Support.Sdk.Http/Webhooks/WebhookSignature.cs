using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Http;

/// <summary>Verifies the HMAC of a webhook over its raw bytes.</summary>
/// <remarks>Thread-safe. Compares in constant time and looks at every secret, whichever matches.</remarks>
public static class WebhookSignature
{
    /// <summary>Verifies a signature.</summary>
    /// <param name="format">How the vendor signs.</param>
    /// <param name="secrets">The secrets that count at present: several while one replaces another. Empty ones do not count; without any, everything is rejected.</param>
    /// <param name="signature">The signature header, or <see langword="null"/> when it is missing.</param>
    /// <param name="body">The body as it came, before any parsing.</param>
    /// <param name="prefix">What is signed before the body (Zendesk: the UTF-8 bytes of the timestamp header); empty when nothing is.</param>
    public static WebhookVerification Verify(
        WebhookSignatureFormat format, IEnumerable<string> secrets, string? signature, ReadOnlySpan<byte> body, ReadOnlySpan<byte> prefix = default)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var keys = secrets.Where(static secret => !string.IsNullOrWhiteSpace(secret)).ToArray();
        if (keys.Length == 0)
        {
            return WebhookVerification.Rejected(WebhookRejection.NoSecretConfigured);
        }

        if (string.IsNullOrWhiteSpace(signature))
        {
            return WebhookVerification.Rejected(WebhookRejection.MissingSignature);
        }

        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        given = given[..SizeOf(format)];
        if (!TryDecode(format, signature.Trim(), given))
        {
            return WebhookVerification.Rejected(WebhookRejection.MalformedSignature);
        }

        var matches = false;
        Span<byte> expected = stackalloc byte[given.Length];
        foreach (var key in keys)
        {
            using var hmac = IncrementalHash.CreateHMAC(AlgorithmOf(format), Encoding.UTF8.GetBytes(key));
            hmac.AppendData(prefix);
            hmac.AppendData(body);
            hmac.GetHashAndReset(expected);
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches ? WebhookVerification.Verified : WebhookVerification.Rejected(WebhookRejection.BadSignature);
    }

    [SuppressMessage("Security", "CA5350", Justification = "Webex signs with SHA-1; there is no choice.")]
    private static HashAlgorithmName AlgorithmOf(WebhookSignatureFormat format) =>
        format == WebhookSignatureFormat.HmacSha1Hex ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;

    private static int SizeOf(WebhookSignatureFormat format) => format switch
    {
        WebhookSignatureFormat.HmacSha1Hex => SHA1.HashSizeInBytes,
        WebhookSignatureFormat.HmacSha256Base64 or WebhookSignatureFormat.HmacSha256Hex => SHA256.HashSizeInBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Choose one of the named formats."),
    };

    private static bool TryDecode(WebhookSignatureFormat format, string signature, Span<byte> destination)
    {
        if (format == WebhookSignatureFormat.HmacSha256Base64)
        {
            return Convert.TryFromBase64String(signature, destination, out var written) && written == destination.Length;
        }

        return signature.Length == destination.Length * 2
            && Convert.FromHexString(signature, destination, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}
