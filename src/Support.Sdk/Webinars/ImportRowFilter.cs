namespace Support.Sdk.Webinars;

/// <summary>Which rows of an import are read.</summary>
public enum ImportRowFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that left something undone (<see cref="ImportRowResult.IsUndone"/>).</summary>
    Undone,

    /// <summary>Those that wrote nothing because another row stands for the same person (WBN-12).</summary>
    Repeated,
}
