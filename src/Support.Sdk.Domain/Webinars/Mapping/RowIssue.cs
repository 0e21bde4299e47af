namespace Support.Sdk.Webinars;

/// <summary>One thing that is wrong with a participant. The value concerned is left out.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Column">The index of the column in <see cref="MappingPlan.Columns"/>; -1 for the participant as a whole.</param>
public readonly record struct RowIssue(RowIssueKind Kind, int Column)
{
    /// <summary>Whether the issue stands in the way of inserting only: an existing record can still be updated.</summary>
    public bool ConcernsInsertOnly => Kind == RowIssueKind.RequiredEmpty;
}
