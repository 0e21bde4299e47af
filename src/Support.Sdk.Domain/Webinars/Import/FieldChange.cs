namespace Support.Sdk.Webinars;

/// <summary>One value that a row would change.</summary>
/// <remarks>Immutable and thread-safe. Holds personal data.</remarks>
/// <param name="Field">The field.</param>
/// <param name="Before">The value that the record has; <see langword="null"/> where it has none, and for new records.</param>
/// <param name="After">The value that it would get.</param>
public sealed record FieldChange(TargetField Field, string? Before, string After)
{
    /// <summary>The field alone, for logs.</summary>
    public override string ToString() => Field.Name;
}
