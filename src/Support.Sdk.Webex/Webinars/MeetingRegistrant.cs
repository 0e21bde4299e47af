using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Somebody who has registered for a webinar or a meeting.</summary>
/// <remarks>Immutable. Which fields are given depends on the registration form (fact sheet, section 3.8).</remarks>
public sealed record MeetingRegistrant
{
    /// <summary>The registrant's id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the registrant was let in.</summary>
    public RegistrantStatus? Status { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address, as the registrant typed it.</summary>
    public string? Email { get; init; }

    /// <summary>The job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The first line of the address.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line of the address.</summary>
    public string? Address2 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The postal code. A number by the reference; a text is read too, for most countries' codes are none.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ZipCode { get; init; }

    /// <summary>The country or region.</summary>
    public string? CountryRegion { get; init; }

    /// <summary>The telephone number.</summary>
    public string? WorkPhone { get; init; }

    /// <summary>The fax number.</summary>
    public string? Fax { get; init; }

    /// <summary>When the registrant registered.</summary>
    public DateTimeOffset? RegistrationTime { get; init; }

    /// <summary>The answers to the host's own questions.</summary>
    public IReadOnlyList<RegistrantAnswers>? CustomizedQuestions { get; init; }

    /// <summary>The invitation source through which the registrant came.</summary>
    public string? SourceId { get; init; }

    /// <summary>The registrant's own number, of webinars that give one.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Fields that could not be given, by name, although the item itself was found; <see langword="null"/> when all could.</summary>
    [JsonConverter(typeof(FieldFailuresConverter))]
    public IReadOnlyDictionary<string, FieldFailure>? Errors { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; internal set; }

    /// <summary>Id and Status; nothing personal.</summary>
    public override string ToString() => $"MeetingRegistrant {{ Id = {Id}, Status = {Status} }}";
}
