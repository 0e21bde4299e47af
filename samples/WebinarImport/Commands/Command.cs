using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>A command of the program: its name, what it takes, and what it does.</summary>
/// <param name="name">The name.</param>
/// <param name="operand">What stands behind it without a name; <see langword="null"/> when nothing does.</param>
/// <param name="options">Its options, besides <c>--language</c>.</param>
internal abstract class Command(string name, string? operand, params Option[] options)
{
    public string Name { get; } = name;

    public string? Operand { get; } = operand;

    public IReadOnlyList<Option> Options { get; } = options;

    public abstract Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
