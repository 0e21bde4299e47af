using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.People;

/// <summary>A person, or a bot.</summary>
public sealed record WebexPerson
{
    /// <summary>The id; opaque.</summary>
    public string Id { get; init; } = "";

    /// <summary>The e-mail addresses.</summary>
    public IReadOnlyList<string>? Emails { get; init; }

    /// <summary>The telephone numbers.</summary>
    public IReadOnlyList<PersonPhoneNumber>? PhoneNumbers { get; init; }

    /// <summary>The extension.</summary>
    public string? Extension { get; init; }

    /// <summary>The location.</summary>
    public string? LocationId { get; init; }

    /// <summary>The full name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The nickname.</summary>
    public string? NickName { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Address of the picture.</summary>
    public string? Avatar { get; init; }

    /// <summary>The organisation.</summary>
    public string? OrgId { get; init; }

    /// <summary>The roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The licences.</summary>
    public IReadOnlyList<string>? Licenses { get; init; }

    /// <summary>The department.</summary>
    public string? Department { get; init; }

    /// <summary>The manager's name.</summary>
    public string? Manager { get; init; }

    /// <summary>The manager's id.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<PersonAddress>? Addresses { get; init; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The IANA time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>The last activity; of the own organisation only.</summary>
    public DateTimeOffset? LastActivity { get; init; }

    /// <summary>The sites.</summary>
    public IReadOnlyList<string>? SiteUrls { get; init; }

    /// <summary>The SIP addresses.</summary>
    public IReadOnlyList<PersonSipAddress>? SipAddresses { get; init; }

    /// <summary>The XMPP address.</summary>
    public string? XmppFederationJid { get; init; }

    /// <summary>The presence; of the own organisation only.</summary>
    public PersonStatus? Status { get; init; }

    /// <summary>Whether the invitation is still open; for administrators only.</summary>
    public bool? InvitePending { get; init; }

    /// <summary>Whether the person may sign in; for administrators only.</summary>
    public bool? LoginEnabled { get; init; }

    /// <summary>What kind of account it is.</summary>
    public PersonType? Type { get; init; }

    /// <summary>Fields that could not be given, by name, although the item itself was found; <see langword="null"/> when all could.</summary>
    [JsonConverter(typeof(FieldFailuresConverter))]
    public IReadOnlyDictionary<string, FieldFailure>? Errors { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Id and Type; nothing secret.</summary>
    public override string ToString() => $"WebexPerson {{ Id = {Id}, Type = {Type} }}";
}
