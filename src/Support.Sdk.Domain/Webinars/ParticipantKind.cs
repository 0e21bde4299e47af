namespace Support.Sdk.Webinars;

/// <summary>As what somebody belongs to a webinar; each has its own shape in Webex (fact sheet, sections 3.8 and 3.9).</summary>
public enum ParticipantKind
{
    /// <summary>Somebody who filled in the registration form.</summary>
    Registrant,

    /// <summary>Somebody who was invited.</summary>
    Invitee,

    /// <summary>Somebody who took part.</summary>
    Attendee,
}
