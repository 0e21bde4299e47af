namespace Support.Sdk.Webinars;

/// <summary>What a row of an import is good for, before anything is known of the records that are there.</summary>
public enum RowState
{
    /// <summary>It has all that a new record needs.</summary>
    Complete,

    /// <summary>It lacks what a new record needs, but can update one that is there (<see cref="RowIssue.ConcernsInsertOnly"/>).</summary>
    UpdateOnly,

    /// <summary>Its values do not do, or it has no primary key.</summary>
    Unusable,

    /// <summary>An earlier row of the same import has the same primary key and stands for the person (WBN-12). Comes before everything else.</summary>
    Repeated,
}
