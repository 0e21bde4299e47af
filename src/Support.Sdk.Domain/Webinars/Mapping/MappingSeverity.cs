namespace Support.Sdk.Webinars;

/// <summary>How much a <see cref="MappingProblem"/> stands in the way.</summary>
public enum MappingSeverity
{
    /// <summary>The mapping cannot be used.</summary>
    Error,

    /// <summary>The mapping can be used; somebody should know.</summary>
    Warning,
}
