namespace Support.Sdk.Webex.Meetings;

/// <summary>Interpretation during a meeting.</summary>
public sealed record SimultaneousInterpretation
{
    /// <summary>Whether there is any.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Who interprets.</summary>
    public IReadOnlyList<Interpreter>? Interpreters { get; init; }
}
