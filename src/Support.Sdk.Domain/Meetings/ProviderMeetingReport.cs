namespace Support.Sdk.Meetings;

/// <summary>A provider's report of what happened to a meeting, before it is known to which work item it belongs.</summary>
/// <param name="Provider">The provider, such as <c>webex</c>.</param>
/// <param name="Account">The named account that received it.</param>
/// <param name="ProviderId">The provider's id of the meeting: the one that <see cref="MeetingAccess.ProviderId"/> holds.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened there (UTC).</param>
public sealed record ProviderMeetingReport(string Provider, string Account, string ProviderId, ProviderReportKind Kind, DateTimeOffset OccurredAt);
