namespace Support.Sdk.Webinars;

/// <summary>Why an import does with a row what it does. Each has a code and texts (<see cref="ImportRefusals.Of(ImportReason)"/>).</summary>
public enum ImportReason
{
    /// <summary>No record has the primary key.</summary>
    New,

    /// <summary>Records have the primary key, but none was imported for this webinar.</summary>
    NewForWebinar,

    /// <summary>One record has the primary key.</summary>
    Found,

    /// <summary>One record with the primary key was imported for this webinar.</summary>
    FoundForWebinar,

    /// <summary>The record has all values already, or its fields' policies keep what it has.</summary>
    Unchanged,

    /// <summary>An earlier row of the same import has the same primary key (WBN-12).</summary>
    Repeated,

    /// <summary>Several records have the primary key.</summary>
    Several,

    /// <summary>Several records with the primary key were imported for this webinar.</summary>
    SeveralForWebinar,

    /// <summary>A new record is due, but Salesforce keeps the primary key unique and another record has it.</summary>
    KeyTaken,

    /// <summary>A new record is due, but the participant has no value for a field that new records need.</summary>
    Incomplete,

    /// <summary>Values of the participant do not do, or there is no primary key.</summary>
    Unusable,
}
