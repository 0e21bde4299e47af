using WebinarImportSample.Output;

namespace WebinarImportSample.Hosting;

/// <summary>What a command is called with.</summary>
internal sealed record CommandContext(CommandLine Line, Screen Screen, ConfigurationSources Sources)
{
    /// <summary>How many registrants the emulated webinar has when <c>--rows</c> is not given.</summary>
    public int DemoRows { get; init; } = 100_000;

    /// <summary>The clock of what people see; the SDK has its own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
