namespace Support.Sdk.Webinars;

/// <summary>A value of a picklist, as a describe says it.</summary>
/// <param name="Value">The value that records hold.</param>
/// <param name="IsActive">Whether new records may have it.</param>
public readonly record struct TargetPicklistValue(string Value, bool IsActive = true);
