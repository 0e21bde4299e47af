namespace Support.Sdk.Meetings;

/// <summary>What can befall a meeting: actions of people, reports of effects and of the provider, and time.</summary>
public enum MeetingTrigger
{
    /// <summary>An agent starts an instant meeting (MTG-01).</summary>
    StartInstant,

    /// <summary>An agent schedules a meeting (MTG-04).</summary>
    Schedule,

    /// <summary>An agent starts the scheduled meeting (MTG-07).</summary>
    Start,

    /// <summary>An agent cancels the scheduled meeting (MTG-09).</summary>
    Cancel,

    /// <summary>The provider made the meeting.</summary>
    Provisioned,

    /// <summary>The provider will not make the meeting.</summary>
    ProvisioningFailed,

    /// <summary>The provider deleted the meeting as asked.</summary>
    CancellationConfirmed,

    /// <summary>The provider will not delete the meeting.</summary>
    CancellationFailed,

    /// <summary>The provider reports a start.</summary>
    ReportedStarted,

    /// <summary>The provider reports an end.</summary>
    ReportedEnded,

    /// <summary>The provider reports a change of topic or time.</summary>
    ReportedUpdated,

    /// <summary>The provider reports that the meeting was deleted there.</summary>
    ReportedDeleted,

    /// <summary>The meeting's time is over (MTG-08).</summary>
    TimeUp,
}
