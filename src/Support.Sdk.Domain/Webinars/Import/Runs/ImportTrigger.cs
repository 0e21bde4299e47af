namespace Support.Sdk.Webinars;

/// <summary>What can befall an import.</summary>
public enum ImportTrigger
{
    /// <summary>It is started.</summary>
    Start,

    /// <summary>An attempt of the run begins.</summary>
    TakeOver,

    /// <summary>The confirmed plan still holds.</summary>
    ConfirmPlan,

    /// <summary>The confirmed plan no longer holds.</summary>
    ReportDrift,

    /// <summary>Somebody accepts what has changed since the plan.</summary>
    AcceptDrift,

    /// <summary>The next rows are about to be written.</summary>
    PrepareChunk,

    /// <summary>Rows are about to be written at once.</summary>
    BeginStep,

    /// <summary>A job that writes many rows was made.</summary>
    OpenJob,

    /// <summary>A job wrote nothing, or is gone.</summary>
    DropJob,

    /// <summary>The rows of a chunk are over with.</summary>
    SettleChunk,

    /// <summary>There are no more rows.</summary>
    Complete,

    /// <summary>Somebody wants no more rows to be written.</summary>
    Cancel,

    /// <summary>Somebody gives a stopped import up.</summary>
    Abandon,

    /// <summary>The run ended in a fault that may pass, after it had got further.</summary>
    Interrupt,

    /// <summary>The import cannot go on by itself.</summary>
    Stop,

    /// <summary>Somebody has it go on.</summary>
    Resume,
}
