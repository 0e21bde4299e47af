using System.Buffers.Binary;
using System.Buffers.Text;

namespace Support.Sdk.Http;

internal static class RandomSourceExtensions
{
    /// <summary>128 random bits as 32 lower-case hexadecimal digits.</summary>
    public static string NextId(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>256 random bits as 43 URL-safe characters.</summary>
    public static string NextSecret(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>A fraction, evenly distributed over [0, 1).</summary>
    public static double NextFraction(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[8];
        random.Fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
