using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>A meeting to be made by a provider.</summary>
/// <param name="Key">The idempotency key: of two orders with the same key, one meeting is made. Up to 40 letters, digits and hyphens.</param>
/// <param name="WorkItem">The work item to which the meeting belongs; the provider may tag the meeting with it.</param>
/// <param name="Plan">What it is to be.</param>
public sealed record MeetingOrder(string Key, WorkItemRef WorkItem, MeetingPlan Plan);
