using System.Globalization;
using System.Text;

namespace Support.Sdk.Testing;

/// <summary>A check that failed during an exploration, with a minimal way to make it fail again.</summary>
/// <typeparam name="TCommand">The machine's commands.</typeparam>
/// <param name="Check">The check.</param>
/// <param name="Detail">What was expected, and what was found.</param>
/// <param name="Path">The inputs from the initial state; leaving out any one of them no longer makes the check fail.</param>
public sealed record ExplorationFailure<TCommand>(ExplorationCheck Check, string Detail, IReadOnlyList<ExplorationInput<TCommand>> Path)
    where TCommand : class
{
    /// <summary>The check, what was found, and the inputs one per line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Check).Append(": ").Append(Detail).Append("\nafter");
        for (var i = 0; i < Path.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {i + 1}. {Path[i]}");
        }

        return text.ToString();
    }
}
