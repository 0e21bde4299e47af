using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.Webinars;

/// <summary>
/// A field of a webinar's participant that can be mapped: the standard questions of the registration form (WBN-03) and what Webex itself knows of the
/// person. The names are those of a registrant's JSON; an attendee's <c>state</c>, which there means something else, is <see cref="AttendeeState"/>.
/// </summary>
/// <remarks>
/// Immutable; compared by name, with regard to case. Any name can be held, so that a mapping can be read and checked: <see cref="IsKnown"/> tells those that can
/// be mapped. Invitees and attendees have one name only: their <see cref="FirstName"/> and <see cref="LastName"/> are split out of it (see
/// <see cref="FieldConversion.SplitName"/>). <see langword="default"/> is the field without a name, which nobody has.
/// </remarks>
public readonly record struct WebinarField
{
    private static readonly FrozenDictionary<string, Traits> Known = new Dictionary<string, Traits>(StringComparer.Ordinal)
    {
        ["id"] = new(WebinarFieldKind.Text, "id", "id", "id"),
        ["email"] = new(WebinarFieldKind.Email, "email", "email", "email"),
        ["firstName"] = new(WebinarFieldKind.Text, "firstName", "displayName", "displayName", IsStandardQuestion: true),
        ["lastName"] = new(WebinarFieldKind.Text, "lastName", "displayName", "displayName", IsStandardQuestion: true),
        ["displayName"] = new(WebinarFieldKind.Text, null, "displayName", "displayName", MaximumLength: 128),
        ["jobTitle"] = Question(WebinarFieldKind.Text, "jobTitle"),
        ["companyName"] = Question(WebinarFieldKind.Text, "companyName"),
        ["address1"] = Question(WebinarFieldKind.Text, "address1"),
        ["address2"] = Question(WebinarFieldKind.Text, "address2"),
        ["city"] = Question(WebinarFieldKind.Text, "city"),
        ["state"] = Question(WebinarFieldKind.Text, "state"),
        ["zipCode"] = Question(WebinarFieldKind.Number, "zipCode"),
        ["countryRegion"] = Question(WebinarFieldKind.Text, "countryRegion"),
        ["workPhone"] = Question(WebinarFieldKind.Phone, "workPhone"),
        ["fax"] = Question(WebinarFieldKind.Phone, "fax"),
        ["status"] = new(WebinarFieldKind.Word, "status", null, null, Words: ["approved", "pending", "rejected"]),
        ["registrationTime"] = new(WebinarFieldKind.Instant, "registrationTime", null, null),
        ["registrationId"] = new(WebinarFieldKind.Text, "registrationId", null, null),
        ["sourceId"] = new(WebinarFieldKind.Text, "sourceId", null, "sourceId"),
        ["meetingId"] = new(WebinarFieldKind.Text, null, "meetingId", "meetingId"),
        ["panelist"] = new(WebinarFieldKind.Boolean, null, "panelist", null),
        ["coHost"] = new(WebinarFieldKind.Boolean, null, "coHost", "coHost"),
        ["host"] = new(WebinarFieldKind.Boolean, null, null, "host"),
        ["invitee"] = new(WebinarFieldKind.Boolean, null, null, "invitee"),
        ["hostEmail"] = new(WebinarFieldKind.Email, null, null, "hostEmail"),
        ["siteUrl"] = new(WebinarFieldKind.Text, null, null, "siteUrl"),
        ["attendeeState"] = new(WebinarFieldKind.Word, null, null, "state", Words: ["lobby", "end", "joined", "breakoutSession"]),
        ["meetingStartTime"] = new(WebinarFieldKind.Instant, null, null, "meetingStartTime"),
        ["joinedTime"] = new(WebinarFieldKind.Instant, null, null, "joinedTime"),
        ["leftTime"] = new(WebinarFieldKind.Instant, null, null, "leftTime"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string? _name;

    /// <summary>A field.</summary>
    /// <param name="name">The name, such as <c>companyName</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    public WebinarField(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
    }

    /// <summary>All fields that can be mapped, sorted by name.</summary>
    public static ImmutableArray<WebinarField> All { get; } = [.. Known.Keys.Order(StringComparer.Ordinal).Select(name => new WebinarField(name))];

    /// <summary>The e-mail address; everybody has one.</summary>
    public static WebinarField Email { get; } = new("email");

    /// <summary>The first name; out of the one name of invitees and attendees.</summary>
    public static WebinarField FirstName { get; } = new("firstName");

    /// <summary>The last name; out of the one name of invitees and attendees.</summary>
    public static WebinarField LastName { get; } = new("lastName");

    /// <summary>The name as invitees and attendees show it.</summary>
    public static WebinarField DisplayName { get; } = new("displayName");

    /// <summary>The registrant's company.</summary>
    public static WebinarField CompanyName { get; } = new("companyName");

    /// <summary>The registrant's country or region, in words.</summary>
    public static WebinarField CountryRegion { get; } = new("countryRegion");

    /// <summary>Where an attendee is: <c>lobby</c>, <c>joined</c>, <c>breakoutSession</c> or <c>end</c>; <c>state</c> in an attendee's JSON.</summary>
    public static WebinarField AttendeeState { get; } = new("attendeeState");

    /// <summary>The name; empty for <see langword="default"/>.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether the field can be mapped. A custom question of the registration form cannot (WBN-03).</summary>
    public bool IsKnown => Known.ContainsKey(Name);

    /// <summary>Whether the field is a standard question of the registration form.</summary>
    public bool IsStandardQuestion => Known.TryGetValue(Name, out var traits) && (traits.IsStandardQuestion || Name == "email");

    /// <summary>What the field holds; <see cref="WebinarFieldKind.Text"/> for an unknown one.</summary>
    public WebinarFieldKind Kind => Known.TryGetValue(Name, out var traits) ? traits.Kind : WebinarFieldKind.Text;

    /// <summary>The longest value in characters that Webex allows, where it says so; otherwise <see langword="null"/>.</summary>
    public int? MaximumLength => Known.TryGetValue(Name, out var traits) ? traits.MaximumLength : null;

    /// <summary>The words that a field of <see cref="WebinarFieldKind.Word"/> can have; otherwise empty.</summary>
    public ImmutableArray<string> Words => Known.TryGetValue(Name, out var traits) && !traits.Words.IsDefault ? traits.Words : [];

    /// <summary>The name of the JSON property that holds the field for a kind of participant, or <see langword="null"/> when that kind does not have it.</summary>
    /// <param name="kind">The kind of participant.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no kind of participant.</exception>
    public string? JsonNameFor(ParticipantKind kind) => !Known.TryGetValue(Name, out var traits) ? null : kind switch
    {
        ParticipantKind.Registrant => traits.Registrant,
        ParticipantKind.Invitee => traits.Invitee,
        ParticipantKind.Attendee => traits.Attendee,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Use one of the named kinds of participants."),
    };

    /// <summary>The part of the one name that this field stands for with invitees and attendees; <see langword="null"/> for every other field.</summary>
    internal NamePart? PartFor(ParticipantKind kind) => kind == ParticipantKind.Registrant ? null
        : Name == "firstName" ? NamePart.First
        : Name == "lastName" ? NamePart.Last
        : null;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static Traits Question(WebinarFieldKind kind, string name) => new(kind, name, null, null, IsStandardQuestion: true);

    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    private readonly record struct Traits(
        WebinarFieldKind Kind,
        string? Registrant,
        string? Invitee,
        string? Attendee,
        bool IsStandardQuestion = false,
        int? MaximumLength = null,
        ImmutableArray<string> Words = default);
}
