namespace WebinarImportSample;

/// <summary>What the program tells whoever called it; documented in the README.</summary>
internal enum ExitCode
{
    /// <summary>All was done.</summary>
    Done = 0,

    /// <summary>The import is complete, but some rows left something undone: see the report.</summary>
    RowsUndone = 1,

    /// <summary>Something that was given cannot be used: an option, a file, the configuration, the mapping.</summary>
    BadInput = 2,

    /// <summary>The SDK refused: the confirmed plan no longer holds, there is no such import, …</summary>
    Refused = 3,

    /// <summary>Ctrl+C.</summary>
    Interrupted = 4,

    /// <summary>Webex or Salesforce failed, or could not be reached. What was begun can be resumed.</summary>
    VendorFailed = 5,
}
