using System.Collections.Immutable;
using Spectre.Console;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Output;

/// <summary>Everything that is wrong with a mapping: its place in the file, its code, what it is, what helps.</summary>
internal static class ProblemList
{
    public static void Show(Screen screen, string file, ImmutableArray<MappingProblem> problems)
    {
        foreach (var problem in problems)
        {
            var (colour, kind) = problem.Severity == MappingSeverity.Error ? (Color.Red, "problem.error") : (Color.Yellow, "problem.warning");
            screen.Output.WriteLine($"{screen.Words.Write(kind)}  {file}#{problem.Place}  {problem.Code}", colour);
            screen.Output.WriteLine($"  {screen.Words.Write(problem.Refusal)}", Style.Plain);
            if (screen.Words.Remedy(problem.Refusal) is { } remedy)
            {
                screen.Output.WriteLine($"  {remedy}", Style.Plain);
            }
        }

        var errors = problems.Count(static problem => problem.Severity == MappingSeverity.Error);
        screen.Say(errors > 0 ? "problem.errors" : problems.IsEmpty ? "problem.none" : "problem.warnings", ("file", file), ("errors", errors), ("warnings", problems.Length - errors));
    }
}
