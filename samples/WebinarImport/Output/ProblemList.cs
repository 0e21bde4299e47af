using System.Collections.Immutable;
using Spectre.Console;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Output;

/// <summary>Everything that is wrong with a mapping: its place in the file, its code, what it is, what helps.</summary>
internal static class ProblemList
{
    /// <param name="screen">The screen.</param>
    /// <param name="console">Where on it: they are the result of a command, or the reason why one fails.</param>
    /// <param name="file">The file of the mapping.</param>
    /// <param name="problems">The problems.</param>
    public static void Show(Screen screen, IAnsiConsole console, string file, ImmutableArray<MappingProblem> problems)
    {
        foreach (var problem in problems)
        {
            var (colour, kind) = problem.Severity == MappingSeverity.Error ? (Color.Red, "problem.error") : (Color.Yellow, "problem.warning");
            console.WriteLine($"{screen.Words.Write(kind)}  {file}#{problem.Place}  {problem.Code}", colour);
            console.WriteLine($"  {screen.Words.Write(problem.Refusal)}", Style.Plain);
        }

    }

    /// <summary>Whether the mapping fits, in a line.</summary>
    public static void ShowSummary(Screen screen, string file, ImmutableArray<MappingProblem> problems)
    {
        var errors = problems.Count(static problem => problem.Severity == MappingSeverity.Error);
        screen.Say(errors > 0 ? "problem.errors" : problems.IsEmpty ? "problem.none" : "problem.warnings", ("file", file), ("errors", errors), ("warnings", problems.Length - errors));
    }
}
