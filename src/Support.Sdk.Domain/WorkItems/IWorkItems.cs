namespace Support.Sdk.WorkItems;

/// <summary>What the areas need of a system of work items. Registered by the system's name as keyed service.</summary>
/// <remarks>
/// Implementations are thread-safe. Faults that may pass, and lost consent, are thrown as exceptions that implement <see cref="Failures.IVendorFailure"/>.
/// </remarks>
public interface IWorkItems
{
    /// <summary>Reads a work item; <see langword="null"/> when it does not exist or may not be seen.</summary>
    ValueTask<WorkItem?> FindAsync(WorkItemRef workItem, CancellationToken cancellationToken = default);

    /// <summary>Writes a comment exactly once per key, however often it is asked for and wherever an earlier attempt was interrupted.</summary>
    ValueTask<CommentResult> CommentAsync(WorkItemRef workItem, WorkItemComment comment, CancellationToken cancellationToken = default);
}
