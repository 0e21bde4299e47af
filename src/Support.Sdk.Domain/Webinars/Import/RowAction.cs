namespace Support.Sdk.Webinars;

/// <summary>What an import does with a participant.</summary>
public enum RowAction
{
    /// <summary>Makes a new record.</summary>
    Insert,

    /// <summary>Changes the record that is there.</summary>
    Update,

    /// <summary>Writes nothing, and nothing is wrong: the record has the values already, or an earlier row of the import stands for the same person.</summary>
    Skip,

    /// <summary>Writes nothing, because it is not clear to which record the participant belongs. People have to look.</summary>
    Conflict,

    /// <summary>Writes nothing, because the participant's values do not do.</summary>
    Invalid,
}
