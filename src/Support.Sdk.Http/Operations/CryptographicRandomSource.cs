using System.Security.Cryptography;

namespace Support.Sdk.Http;

internal sealed class CryptographicRandomSource : IRandomSource
{
    public void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
