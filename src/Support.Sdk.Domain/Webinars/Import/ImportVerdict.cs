namespace Support.Sdk.Webinars;

/// <summary>What an import does with a row, and why.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Reason">Why.</param>
public readonly record struct ImportVerdict(RowAction Action, ImportReason Reason)
{
    /// <summary>Whether the participant has a record of its own by this row, so that a campaign is linked to it: also where the record needs no change.</summary>
    public bool HasRecord => Action is RowAction.Insert or RowAction.Update || Reason == ImportReason.Unchanged;

    /// <summary>Action and reason, for logs.</summary>
    public override string ToString() => $"{Action} ({Reason})";
}
