namespace Support.Sdk.Meetings;

/// <summary>Why a meeting is no longer open.</summary>
public enum MeetingEndReason
{
    /// <summary>The provider reported its end.</summary>
    ReportedByProvider,

    /// <summary>Its duration, or the first hour of an instant meeting, was over.</summary>
    TimeUp,

    /// <summary>An agent cancelled it.</summary>
    CancelledHere,

    /// <summary>It was deleted at the provider.</summary>
    DeletedAtProvider,

    /// <summary>The provider refused to make it.</summary>
    RefusedByProvider,

    /// <summary>The provider could not be reached in time.</summary>
    ProviderUnavailable,

    /// <summary>The consent to act at the provider is gone.</summary>
    ReauthorizationRequired,

    /// <summary>The host has no Personal Room.</summary>
    NoPersonalRoom,
}
