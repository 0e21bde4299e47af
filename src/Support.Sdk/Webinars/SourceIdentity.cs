using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

/// <summary>By what a participant is known again: their kind and name. The number of one without an id is the place in the list.</summary>
internal static class SourceIdentity
{
    public static UInt128 Of(ParticipantKind kind, string sourceId, long number)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)kind} {ParticipantName.Of(sourceId, number)}"), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
