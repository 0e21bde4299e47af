namespace Support.Sdk.Webinars;

/// <summary>A registrant, an invitee or an attendee of a webinar, as the typed way of a mapping reads it.</summary>
/// <remarks>Implementations are immutable. <see cref="WebinarParticipant"/> is one for Webex' own JSON.</remarks>
public interface IWebinarParticipant
{
    /// <summary>As what the person belongs to the webinar.</summary>
    ParticipantKind Kind { get; }

    /// <summary>The value of a field, as text: numbers as they stand in JSON, booleans as <c>true</c> or <c>false</c>.</summary>
    /// <param name="field">The field; one that this kind of participant does not have is answered with <see langword="null"/>.</param>
    /// <returns>The value, or <see langword="null"/> when there is none.</returns>
    string? Find(WebinarField field);
}
