using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A document is no mapping of webinars.</summary>
public sealed class WebinarMappingFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">What is wrong.</param>
    public WebinarMappingFormatException(ImmutableArray<MappingProblem> problems)
        : base("The document is no webinar mapping: " + string.Join("; ", problems.IsDefault ? [] : problems.Select(problem => problem.ToString()))) =>
        Problems = problems.IsDefault ? [] : problems;

    /// <summary>Creates the exception without problems.</summary>
    public WebinarMappingFormatException()
        : this([])
    {
    }

    /// <summary>Creates the exception with a message of one's own.</summary>
    /// <param name="message">The message.</param>
    public WebinarMappingFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message of one's own and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public WebinarMappingFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong, each with its place.</summary>
    public ImmutableArray<MappingProblem> Problems { get; } = [];
}
