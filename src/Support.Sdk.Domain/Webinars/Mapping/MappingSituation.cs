using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What a mapping is checked against besides the object's description.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MappingSituation
{
    /// <summary>Nothing is known besides the description.</summary>
    public static MappingSituation Unknown { get; } = new();

    /// <summary>The version of the Webex package in the organisation; <see langword="null"/> when it is not known and is not checked (WBN-06).</summary>
    public Version? PackageVersion { get; init; }

    /// <summary>The custom questions of the webinar's registration form, so that a mapping that names one is refused by its text (WBN-03).</summary>
    public ImmutableArray<CustomQuestion> CustomQuestions { get; init; } = [];
}
