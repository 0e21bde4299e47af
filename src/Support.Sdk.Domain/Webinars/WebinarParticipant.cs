using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>
/// A registrant, an invitee or an attendee as Webex sends them, by types. Every value is a text: Webex sends the postal code as a number and may do so with
/// others (fact sheet, section 3.8). Unknown properties are skipped, custom questions among them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record WebinarParticipant : IWebinarParticipant
{
    /// <inheritdoc />
    [JsonIgnore]
    public ParticipantKind Kind { get; init; }

    /// <summary>Webex' id of the participant.</summary>
    public string? Id { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>A registrant's first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>A registrant's last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The whole name of an invitee or attendee.</summary>
    public string? DisplayName { get; init; }

    /// <summary>A registrant's job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>A registrant's company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The first line of a registrant's address.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line of a registrant's address.</summary>
    public string? Address2 { get; init; }

    /// <summary>A registrant's city.</summary>
    public string? City { get; init; }

    /// <summary>A registrant's state or province; where an attendee is (<see cref="WebinarField.AttendeeState"/>).</summary>
    public string? State { get; init; }

    /// <summary>A registrant's postal code.</summary>
    public string? ZipCode { get; init; }

    /// <summary>A registrant's country or region.</summary>
    public string? CountryRegion { get; init; }

    /// <summary>A registrant's phone number.</summary>
    public string? WorkPhone { get; init; }

    /// <summary>A registrant's fax number.</summary>
    public string? Fax { get; init; }

    /// <summary>Whether a registrant is <c>approved</c>, <c>pending</c> or <c>rejected</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When somebody registered.</summary>
    public string? RegistrationTime { get; init; }

    /// <summary>The number of a registration.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>The invitation source through which somebody came.</summary>
    public string? SourceId { get; init; }

    /// <summary>The meeting.</summary>
    public string? MeetingId { get; init; }

    /// <summary>Whether an invitee is a panelist.</summary>
    public string? Panelist { get; init; }

    /// <summary>Whether the person is a co-host.</summary>
    public string? CoHost { get; init; }

    /// <summary>Whether an attendee is the host.</summary>
    public string? Host { get; init; }

    /// <summary>Whether an attendee was invited.</summary>
    public string? Invitee { get; init; }

    /// <summary>The host's e-mail address.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The Webex site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>When the webinar started.</summary>
    public string? MeetingStartTime { get; init; }

    /// <summary>When an attendee joined.</summary>
    public string? JoinedTime { get; init; }

    /// <summary>When an attendee left.</summary>
    public string? LeftTime { get; init; }

    /// <summary>Reads a participant.</summary>
    /// <param name="utf8Json">The participant as Webex sends it: one JSON object.</param>
    /// <param name="kind">As what the person belongs to the webinar.</param>
    /// <exception cref="JsonException">This is no participant: no JSON object, or an object or an array where a value should be.</exception>
    public static WebinarParticipant Parse(ReadOnlySpan<byte> utf8Json, ParticipantKind kind) =>
        JsonSerializer.Deserialize(utf8Json, WebinarJsonContext.Default.WebinarParticipant) is { } participant
            ? participant with { Kind = kind }
            : throw new JsonException("The participant is null; give one JSON object.");

    /// <inheritdoc />
    public string? Find(WebinarField field) => field.JsonNameFor(Kind) switch
    {
        "id" => Id,
        "email" => Email,
        "firstName" => FirstName,
        "lastName" => LastName,
        "displayName" => DisplayName,
        "jobTitle" => JobTitle,
        "companyName" => CompanyName,
        "address1" => Address1,
        "address2" => Address2,
        "city" => City,
        "state" => State,
        "zipCode" => ZipCode,
        "countryRegion" => CountryRegion,
        "workPhone" => WorkPhone,
        "fax" => Fax,
        "status" => Status,
        "registrationTime" => RegistrationTime,
        "registrationId" => RegistrationId,
        "sourceId" => SourceId,
        "meetingId" => MeetingId,
        "panelist" => Panelist,
        "coHost" => CoHost,
        "host" => Host,
        "invitee" => Invitee,
        "hostEmail" => HostEmail,
        "siteUrl" => SiteUrl,
        "meetingStartTime" => MeetingStartTime,
        "joinedTime" => JoinedTime,
        "leftTime" => LeftTime,
        _ => null,
    };

    /// <summary>Kind and id; never what the person said of themselves.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
