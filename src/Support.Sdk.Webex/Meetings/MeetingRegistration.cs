namespace Support.Sdk.Webex.Meetings;

/// <summary>The registration form of a meeting or webinar.</summary>
/// <remarks>Fact sheet, section 3.8.</remarks>
public sealed record MeetingRegistration
{
    /// <summary>Whether registrants are accepted at once.</summary>
    public bool? AutoAcceptRequest { get; init; }

    /// <summary>Whether the first name must be given.</summary>
    public bool? RequireFirstName { get; init; }

    /// <summary>Whether the last name must be given.</summary>
    public bool? RequireLastName { get; init; }

    /// <summary>Whether the e-mail address must be given.</summary>
    public bool? RequireEmail { get; init; }

    /// <summary>Whether the job title must be given.</summary>
    public bool? RequireJobTitle { get; init; }

    /// <summary>Whether the company must be given.</summary>
    public bool? RequireCompanyName { get; init; }

    /// <summary>Whether the first line of the address must be given.</summary>
    public bool? RequireAddress1 { get; init; }

    /// <summary>Whether the second line of the address must be given.</summary>
    public bool? RequireAddress2 { get; init; }

    /// <summary>Whether the city must be given.</summary>
    public bool? RequireCity { get; init; }

    /// <summary>Whether the state must be given.</summary>
    public bool? RequireState { get; init; }

    /// <summary>Whether the postal code must be given.</summary>
    public bool? RequireZipCode { get; init; }

    /// <summary>Whether the country or region must be given.</summary>
    public bool? RequireCountryRegion { get; init; }

    /// <summary>Whether the telephone number must be given.</summary>
    public bool? RequireWorkPhone { get; init; }

    /// <summary>Whether the fax number must be given.</summary>
    public bool? RequireFax { get; init; }

    /// <summary>Whether each registrant gets an id of its own; in the vendor's examples only.</summary>
    public bool? EnabledRegistrationId { get; init; }

    /// <summary>How many may register.</summary>
    public int? MaxRegisterNum { get; init; }

    /// <summary>Questions of the host's own.</summary>
    public IReadOnlyList<RegistrationQuestion>? CustomizedQuestions { get; init; }

    /// <summary>Rules on the standard questions.</summary>
    public IReadOnlyList<RegistrationRule>? Rules { get; init; }
}
