using Support.Sdk.StateMachines;
using static Support.Sdk.Webinars.ImportStatus;
using static Support.Sdk.Webinars.ImportTrigger;

namespace Support.Sdk.Webinars;

/// <summary>The transition table of imports.</summary>
public static class WebinarImportTables
{
    private static readonly ImportStatus[] Writing = [Importing, Cancelling];
    private static readonly ImportStatus[] Running = [Checking, .. Writing];

    /// <summary>What befalls an import: status × trigger.</summary>
    public static TransitionTable<ImportStatus, ImportTrigger> Import { get; } = TransitionTable<ImportStatus, ImportTrigger>.Create("webinar-import-run", None, table =>
    {
        table.Terminal(Completed, Cancelled);

        table.Move(None, Start, Importing, or: [Checking], unless: [ImportRefusals.PermissionRequired]);
        table.OtherwiseRefuse(Start, ImportRefusals.PermissionRequired, WebinarImportRefusals.AlreadyStarted);

        foreach (var status in Running)
        {
            table.Stay(status, TakeOver);
        }

        table.Move(Checking, ConfirmPlan, Importing, unless: [WebinarImportRefusals.OutOfStep]);
        table.Move(Checking, ReportDrift, Drifted, unless: [WebinarImportRefusals.OutOfStep]);
        foreach (var trigger in (ImportTrigger[])[ConfirmPlan, ReportDrift])
        {
            table.Refuse(None, trigger, WebinarImportRefusals.NotFound);
            table.Refuse(Stopped, trigger, WebinarImportRefusals.Stopped);
            table.Refuse(Completed, trigger, WebinarImportRefusals.Over);
            table.Refuse(Cancelled, trigger, WebinarImportRefusals.Over);
            table.OtherwiseRefuse(trigger, WebinarImportRefusals.OutOfStep);
        }

        table.Refuse(None, AcceptDrift, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotFound);
        table.Move(Drifted, AcceptDrift, Importing, unless: [ImportRefusals.PermissionRequired]);
        table.OtherwiseRefuse(AcceptDrift, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotDrifted);

        table.Stay(Importing, PrepareChunk, WebinarImportRefusals.OutOfStep);
        table.Refuse(Cancelling, PrepareChunk, WebinarImportRefusals.BeingCancelled);
        foreach (var status in Writing)
        {
            table.Stay(status, BeginStep, WebinarImportRefusals.OutOfStep);
            table.Stay(status, OpenJob, WebinarImportRefusals.OutOfStep);
            table.Stay(status, DropJob, WebinarImportRefusals.OutOfStep);
            table.Stay(status, SettleChunk, WebinarImportRefusals.OutOfStep);
            table.Move(status, Complete, status == Importing ? Completed : Cancelled, unless: [WebinarImportRefusals.ChunksOpen, WebinarImportRefusals.OutOfStep]);
        }

        foreach (var trigger in (ImportTrigger[])[TakeOver, PrepareChunk, BeginStep, OpenJob, DropJob, SettleChunk, Complete])
        {
            table.Refuse(None, trigger, WebinarImportRefusals.NotFound);
            if (trigger != TakeOver)
            {
                table.Refuse(Checking, trigger, WebinarImportRefusals.BeingChecked);
            }

            table.Refuse(Drifted, trigger, WebinarImportRefusals.Drifted);
            table.Refuse(Stopped, trigger, WebinarImportRefusals.Stopped);
            table.OtherwiseRefuse(trigger, WebinarImportRefusals.Over);
        }

        table.Refuse(None, Cancel, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotFound);
        table.Move(Checking, Cancel, Cancelled, unless: [ImportRefusals.PermissionRequired]);
        table.Move(Drifted, Cancel, Cancelled, unless: [ImportRefusals.PermissionRequired]);
        table.Move(Importing, Cancel, Cancelling, unless: [ImportRefusals.PermissionRequired]);
        table.Stay(Cancelling, Cancel, ImportRefusals.PermissionRequired);
        table.Move(Stopped, Cancel, Cancelled, or: [Cancelling], unless: [ImportRefusals.PermissionRequired]);
        table.Stay(Cancelled, Cancel, ImportRefusals.PermissionRequired);
        table.OtherwiseRefuse(Cancel, ImportRefusals.PermissionRequired, WebinarImportRefusals.Over);

        table.Refuse(None, Abandon, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotFound);
        table.Move(Stopped, Abandon, Cancelled, unless: [ImportRefusals.PermissionRequired, WebinarImportRefusals.OutOfStep]);
        table.Stay(Cancelled, Abandon, ImportRefusals.PermissionRequired, WebinarImportRefusals.OutOfStep);
        table.Refuse(Completed, Abandon, ImportRefusals.PermissionRequired, WebinarImportRefusals.Over);
        table.OtherwiseRefuse(Abandon, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotStopped);

        foreach (var status in Running)
        {
            table.Stay(status, Interrupt, WebinarImportRefusals.OutOfStep);
            table.Move(status, Stop, Stopped);
        }

        table.Stay(Stopped, Stop);
        foreach (var trigger in (ImportTrigger[])[Interrupt, Stop])
        {
            table.Refuse(None, trigger, WebinarImportRefusals.NotFound);
            table.Refuse(Drifted, trigger, WebinarImportRefusals.Drifted);
            table.Refuse(Completed, trigger, WebinarImportRefusals.Over);
            table.Refuse(Cancelled, trigger, WebinarImportRefusals.Over);
        }

        table.Refuse(Stopped, Interrupt, WebinarImportRefusals.Stopped);

        table.Refuse(None, Resume, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotFound);
        table.Move(Stopped, Resume, Importing, or: [Checking, Cancelling], unless: [ImportRefusals.PermissionRequired]);
        table.Refuse(Completed, Resume, ImportRefusals.PermissionRequired, WebinarImportRefusals.Over);
        table.Refuse(Cancelled, Resume, ImportRefusals.PermissionRequired, WebinarImportRefusals.Over);
        table.OtherwiseRefuse(Resume, ImportRefusals.PermissionRequired, WebinarImportRefusals.NotStopped);
    });
}
