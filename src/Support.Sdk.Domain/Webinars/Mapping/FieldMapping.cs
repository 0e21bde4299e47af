using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>One pair of a mapping: an object's field and the participant's field that fills it (WBN-02).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Field">The API name of the object's field, such as <c>LastName</c>; compared without regard to case.</param>
/// <param name="Source">The participant's field; <see langword="null"/> for a field that is filled with a constant alone.</param>
public sealed record FieldMapping(string Field, WebinarField? Source)
{
    /// <summary>The steps from the participant's value to the field's, in order.</summary>
    public ImmutableArray<FieldConversion> Conversions { get; init; } = [];

    /// <summary>When the value is written to an existing record.</summary>
    public FieldPolicy Policy { get; init; }

    /// <inheritdoc />
    public bool Equals(FieldMapping? other) => other is not null && Field == other.Field && Source == other.Source && Policy == other.Policy
        && Conversions.AsSpan().SequenceEqual(other.Conversions.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Field, Source, Policy, Conversions.Length);
}
