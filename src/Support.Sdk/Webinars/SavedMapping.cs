using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What became of a mapping that was to be saved: whether it is, and everything that there is to say about it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SavedMapping
{
    /// <summary>The configuration after it, or why the mapping was not saved.</summary>
    public required Outcome<WebinarSetup> Outcome { get; init; }

    /// <summary>Every problem of the mapping at once, each with its place (WBN-04), warnings among them; also when it was saved.</summary>
    public ImmutableArray<MappingProblem> Problems { get; init; } = [];

    /// <summary>What the change of the primary key does to the records that were imported; <see langword="null"/> when the key stays or the mapping does not fit.</summary>
    public KeyChangeForecast? Forecast { get; init; }

    /// <summary>Whether the mapping was saved.</summary>
    public bool IsSaved => Outcome.IsAccepted;
}
