namespace Support.Sdk.Webinars;

/// <summary>How primary keys are compared: <c> Bob@Example.com</c> and <c>bob@example.com</c> are one person (WBN-12).</summary>
public static class MappingKey
{
    /// <summary>The form in which a key is compared: without white space around it, in small letters unless the field tells case apart.</summary>
    /// <param name="field">The key's field.</param>
    /// <param name="value">The value; <see langword="null"/> is no key.</param>
    /// <returns>The form, or <see langword="null"/> when there is no key.</returns>
    public static string? Normalize(TargetField field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        var trimmed = value?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : IsCaseSensitive(field) ? trimmed : trimmed.ToLowerInvariant();
    }

    // Salesforce says of a unique field only whether it tells case apart; every other one it compares without regard to case.
    internal static bool IsCaseSensitive(TargetField field) => field is { IsUnique: true, IsCaseSensitive: true };
}
