namespace Support.Sdk.WorkItems;

/// <summary>A work item as its system shows it now.</summary>
/// <param name="Ref">Its name.</param>
/// <param name="Subject">Its subject; empty when it has none.</param>
/// <param name="Status">Its status.</param>
/// <param name="RequesterId">Who asked for help, in the system's id; <see langword="null"/> when unknown.</param>
public sealed record WorkItem(WorkItemRef Ref, string Subject, WorkItemStatus Status, string? RequesterId = null);
