namespace Support.Sdk.Webinars;

/// <summary>The object and the fields with which a membership is written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="ObjectName">The API name of the memberships' object, such as <c>CampaignMember</c>.</param>
/// <param name="CampaignField">The field that names the campaign.</param>
/// <param name="RecordField">The field that names the record, such as <c>ContactId</c>.</param>
/// <param name="StatusField">The field of the status; <see langword="null"/> when memberships have none.</param>
public sealed record MembershipShape(string ObjectName, string CampaignField, string RecordField, string? StatusField);
