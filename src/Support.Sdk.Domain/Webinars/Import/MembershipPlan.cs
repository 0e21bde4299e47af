namespace Support.Sdk.Webinars;

/// <summary>What links one record to a campaign, in one form.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Form">In which of the campaign's lists.</param>
/// <param name="Action">What is done.</param>
/// <param name="Status">The status that the membership gets; <see langword="null"/> where none is written.</param>
/// <param name="MembershipId">The membership that is there; <see langword="null"/> where one is made.</param>
public sealed record MembershipPlan(MembershipForm Form, MembershipAction Action, string? Status = null, string? MembershipId = null);
