namespace Support.Sdk.Meetings;

/// <summary>Choices of the host application about meetings.</summary>
public sealed class MeetingOptions
{
    /// <summary>How long before its planned start a scheduled meeting can be started and joined (MTG-07).</summary>
    /// <value>0 to 1 day; zero by default: exactly at its start.</value>
    public TimeSpan StartLead { get; set; }

    /// <summary>The language of a public reply about a meeting that was deleted at the provider, where nobody here chose one.</summary>
    /// <value>The name of a culture, such as <c>fr</c>; that of the meeting's first reply when empty, which is the default.</value>
    public string DeletionReplyLanguage { get; set; } = "";
}
