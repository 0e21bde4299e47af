using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Support.Sdk.Tokens;

namespace Support.Sdk.AspNetCore.Tokens;

/// <summary>Protects secrets with ASP.NET Core's data protection, which makes, keeps and rotates the keys.</summary>
internal sealed class DataProtectionSecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private const string RootPurpose = "Support.Sdk.Secrets.v1";

    public byte[] Protect(ReadOnlySpan<byte> plaintext, string purpose)
    {
        var protector = ProtectorFor(purpose);
        var bytes = plaintext.ToArray();
        try
        {
            return protector.Protect(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    public byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string purpose) => ProtectorFor(purpose).Unprotect(ciphertext.ToArray());

    private IDataProtector ProtectorFor(string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        return provider.CreateProtector(RootPurpose, purpose);
    }
}
