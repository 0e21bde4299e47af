using Support.Sdk.Failures;
using Support.Sdk.StateMachines;
using Support.Sdk.Testing;
using Support.Sdk.Webinars;
using static Support.Sdk.Webinars.WebinarImportCommand;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// Everything that people and runs can do to an import of a few chunks, those of a run that has fallen behind among it.
internal sealed class WebinarImportModel(int chunks, bool allSteps = false) : MachineModel<WebinarImport, WebinarImportCommand, WebinarImportEvent>
{
    private static readonly ImportStep[] OneStep = [ImportStep.InsertRecords];

    public override DateTimeOffset Start => Imports.Now;

    public override Actor Actor => Imports.ByAdministrator.Actor;

    public override IEnumerable<WebinarImportCommand> CommandsIn(WebinarImport? state, DateTimeOffset now)
    {
        yield return new Start("i1", Imports.Order);
        yield return new Start("i1", Imports.OrderOfPlan);
        yield return new TakeOver();
        yield return new ConfirmPlan();
        yield return new ConfirmPlan { Attempt = state?.Attempt };
        yield return new Complete { Attempt = (state?.Attempt ?? 0) - 1 };
        yield return new Abandon(new() { Rows = state?.OpenChunks.Sum(static chunk => chunk.Rows) ?? 0 });
        yield return new ReportDrift(200, [.. Enumerable.Range(0, 200).Select(static number => new ImportDrift(RowDriftKind.ValuesChanged, $"p{number}", null))]);
        yield return new AcceptDrift();
        yield return new Complete();
        yield return new Cancel();
        yield return new Interrupt("gone");
        yield return new Stop(FailureKind.Refused, "no");
        yield return new Resume();
        var last = state?.LastChunk ?? 0;
        if (last < chunks)
        {
            yield return new PrepareChunk(last + 1, 3 + last);
        }

        yield return new PrepareChunk(last + 2, 3);
        for (var number = 1; number <= int.Max(last, 1); number++)
        {
            var open = state?.OpenChunks.FirstOrDefault(chunk => chunk.Number == number);
            yield return new SettleChunk(number, new() { Rows = open?.Rows ?? 3, Created = 1, Failed = 1, Undone = 1 });
            yield return new PrepareChunk(last + 1, 3) { Attempt = Imports.Late };
            foreach (var step in allSteps ? Enum.GetValues<ImportStep>() : OneStep)
            {
                yield return new BeginStep(number, step);
                yield return new OpenJob(number, new(step, $"{number}-{step}-{state?.Run}"));
                yield return new DropJob(number, new(step, $"{number}-{step}-{state?.Run}"));
            }
        }
    }

    public override string Abstract(WebinarImport? state, DateTimeOffset now) => state is null
        ? "nothing"
        : $"{state.Status} {state.StoppedIn} {state.LastChunk} {string.Join(' ', state.OpenChunks.Select(static chunk => $"{chunk.Number}:{chunk.Jobs.Length}:{chunk.Begun.Length}"))} {state.DriftCount}";

    public override IEnumerable<TableStep> TableStepsOf(ExploredStep<WebinarImport, WebinarImportCommand, WebinarImportEvent> step)
    {
        if (step.Command is { } command)
        {
            yield return TableStep.Of("webinar-import-run", step.Before?.Status ?? ImportStatus.None, Imports.TriggerOf(command), step.After?.Status ?? ImportStatus.None);
        }
    }

    public override (string Action, string Subject)? ActionOf(WebinarImport? state, WebinarImportCommand command) => (Imports.TriggerOf(command).ToString(), "");

    public override IEnumerable<string> ViolationsOf(ExploredStep<WebinarImport, WebinarImportCommand, WebinarImportEvent> step) => WebinarImportRules.Violations(step);
}
