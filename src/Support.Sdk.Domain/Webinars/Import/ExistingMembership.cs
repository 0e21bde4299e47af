namespace Support.Sdk.Webinars;

/// <summary>A membership that is there, of one person in one campaign.</summary>
/// <param name="Id">The membership's id.</param>
/// <param name="Status">Its status; <see langword="null"/> when it has none.</param>
public readonly record struct ExistingMembership(string Id, string? Status);
