namespace Support.Sdk.WorkItems;

/// <summary>What became of a comment: written (now or by an earlier attempt with the same key), or rejected for good.</summary>
/// <param name="Rejection">Why it was rejected; <see langword="null"/> when it was written.</param>
/// <param name="Detail">What the system said, without secrets; empty when it was written.</param>
public sealed record CommentResult(CommentRejection? Rejection, string Detail = "")
{
    /// <summary>The comment stands on the work item, exactly once.</summary>
    public static CommentResult Written { get; } = new((CommentRejection?)null);
}
