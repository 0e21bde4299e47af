using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What became of a row's membership in one list of the campaign (WBN-06).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Form">In which list.</param>
/// <param name="Action">What was to be done.</param>
/// <param name="MembershipId">The membership; <see langword="null"/> when it was not made.</param>
/// <param name="Errors">Why it was not made or changed; empty when it was.</param>
public sealed record MembershipResult(
    MembershipForm Form,
    MembershipAction Action,
    string? MembershipId,
    ImmutableArray<RecordError> Errors)
{
    /// <summary>Why it was not made or changed; empty when it was.</summary>
    public ImmutableArray<RecordError> Errors { get; init => field = value.IsDefault ? [] : value; } = Errors.IsDefault ? [] : Errors;

    /// <summary>Whether the record stands in the list as it should.</summary>
    public bool IsDone => Errors.IsEmpty;

    /// <inheritdoc />
    public bool Equals(MembershipResult? other) => other is not null && Form == other.Form && Action == other.Action && MembershipId == other.MembershipId
        && Errors.AsSpan().SequenceEqual(other.Errors.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Form, Action, MembershipId);

    internal void Write(ByteWriter writer)
    {
        writer.Number((ulong)Form);
        writer.Number((ulong)Action);
        writer.Text(MembershipId);
        RecordError.WriteAll(Errors, writer);
    }

    internal static MembershipResult Read(ref ByteReader reader) =>
        new(reader.Choice<MembershipForm>(), reader.Choice<MembershipAction>(), reader.TextOrNull(), RecordError.ReadAll(ref reader));
}
