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
}
