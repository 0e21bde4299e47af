using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

/// <summary>By what a participant is known again: the source id, or the place in the list where there is none.</summary>
internal static class SourceIdentity
{
    public static UInt128 Of(ParticipantKind kind, string sourceId, long number)
    {
        var text = sourceId.Length > 0 ? sourceId : number.ToString("'row '0", CultureInfo.InvariantCulture);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)kind} {text}"), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
