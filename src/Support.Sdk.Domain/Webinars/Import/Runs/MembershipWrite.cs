namespace Support.Sdk.Webinars;

/// <summary>A membership that is to be made or changed.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Status">The status that it gets; <see langword="null"/> leaves it to the campaign.</param>
/// <param name="MembershipId">The membership that is there; <see langword="null"/> for one that is made.</param>
public readonly record struct MembershipWrite(string RecordId, string? Status, string? MembershipId = null);
