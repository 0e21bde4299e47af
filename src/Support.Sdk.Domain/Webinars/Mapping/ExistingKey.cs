namespace Support.Sdk.Webinars;

/// <summary>The keys of a record that was imported before a primary key was changed.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="OldKey">The value of the field that was the primary key; <see langword="null"/> when it is empty.</param>
/// <param name="NewKey">The value of the field that becomes the primary key; <see langword="null"/> when it is empty.</param>
public readonly record struct ExistingKey(string RecordId, string? OldKey, string? NewKey);
