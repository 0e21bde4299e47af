using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>One reason for which a record was not written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Code">The system's code, such as <c>STRING_TOO_LONG</c>.</param>
/// <param name="Message">What the system says; may hold personal data.</param>
/// <param name="Fields">The fields concerned; may be empty.</param>
/// <param name="MayPass">Whether the same record may be accepted later without a change.</param>
public sealed record RecordError(string Code, string Message, ImmutableArray<string> Fields, bool MayPass)
{
    /// <inheritdoc />
    public bool Equals(RecordError? other) =>
        other is not null && Code == other.Code && Message == other.Message && MayPass == other.MayPass && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Message, Fields.Length, MayPass);

    /// <summary>The code, for logs; no message.</summary>
    public override string ToString() => Code;

    internal void Write(ByteWriter writer)
    {
        writer.Text(Code);
        writer.Text(Message);
        writer.Texts(Fields);
        writer.Number(MayPass ? 1UL : 0UL);
    }

    internal static RecordError Read(ref ByteReader reader) => new(reader.Text(), reader.Text(), reader.Texts(), reader.Number() != 0);

    internal static void WriteAll(ImmutableArray<RecordError> errors, ByteWriter writer)
    {
        writer.Number(errors.IsDefault ? 0 : (ulong)errors.Length);
        foreach (var error in errors.AsSpan())
        {
            error.Write(writer);
        }
    }

    internal static ImmutableArray<RecordError> ReadAll(ref ByteReader reader)
    {
        var errors = ImmutableArray.CreateBuilder<RecordError>();
        for (var count = reader.Count(); count > 0; count--)
        {
            errors.Add(Read(ref reader));
        }

        return errors.ToImmutable();
    }
}
