using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>Checks a mapping: first the document, then whether it fits the object as Salesforce describes it. Tells all problems at once.</summary>
internal sealed class ValidateCommand() : Command("validate", "mapping.json")
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Line.Operand!;
        var (mapping, problems) = await MappingFile.ReadAsync(path, cancellationToken);
        if (mapping is not null)
        {
            // The describe of an empty org is that of a full one.
            await using var world = await World.CreateAsync(context with { DemoRows = 0 }, cancellationToken);
            var target = await world.Objects.DescribeAsync("", mapping.Object, cancellationToken)
                ?? throw new BadInputException($"{path}#/object", InputRefusals.UnknownObject(mapping.Object));
            problems = MappingValidator.Validate(mapping, target);
        }

        ProblemList.Show(context.Screen, context.Screen.Output, path, problems);
        ProblemList.ShowSummary(context.Screen, path, problems);
        return problems.Any(problem => problem.Severity == MappingSeverity.Error) ? ExitCode.BadInput : ExitCode.Done;
    }
}
