namespace Support.Sdk.Webinars;

/// <summary>All that the decision over a row depends on.</summary>
/// <param name="Mode">The mapping's insert mode.</param>
/// <param name="Row">What the row is good for.</param>
/// <param name="Match">Which records have the row's key.</param>
/// <param name="WouldChange">Whether the record that is due for an update would get another value, its fields' policies considered. Without meaning elsewhere.</param>
/// <param name="IsKeyEnforced">Whether Salesforce keeps the primary key unique (<see cref="TargetField.IsUnique"/>).</param>
public readonly record struct ImportFacts(InsertMode Mode, RowState Row, KeyMatch Match, bool WouldChange = true, bool IsKeyEnforced = false);
