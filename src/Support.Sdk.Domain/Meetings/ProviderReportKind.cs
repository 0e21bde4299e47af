namespace Support.Sdk.Meetings;

/// <summary>What a provider reports of a meeting.</summary>
public enum ProviderReportKind
{
    /// <summary>It was started.</summary>
    Started,

    /// <summary>It ended.</summary>
    Ended,

    /// <summary>Topic or time were changed.</summary>
    Updated,

    /// <summary>It was deleted.</summary>
    Deleted,
}
