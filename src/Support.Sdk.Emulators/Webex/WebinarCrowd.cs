using System.Globalization;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The people of a seeded webinar, each made from an index. Registrants are in the order of registration, attendees in that of joining.</summary>
internal sealed class WebinarCrowd
{
    private const int FirstInviteeNumber = 10_000_000; // Eight digits: those of invitees added through the API have seven.
    private static readonly TimeSpan RegistrationPeriod = TimeSpan.FromDays(14);
    private readonly MeetingSeries _series;
    private readonly WebinarSeed _seed;
    private readonly DateTimeOffset _opened;
    private readonly string _idPrefix;
    private ILookup<string, int>? _registrantsByEmail;
    private ILookup<string, int>? _attendeesByEmail;

    public WebinarCrowd(MeetingSeries series, WebinarSeed seed, RegistrationForm form, DateTimeOffset now)
    {
        (_series, _seed, Form) = (series, seed, form);
        _opened = (now < seed.Start ? now : seed.Start) - RegistrationPeriod;
        var id = series.Id;
        _idPrefix = $"{id[..8]}-{id[8..12]}-4{id[13..16]}-8{id[17..20]}-";
        Registrants = new(seed.Registrants, Registrant);
    }

    public RegistrationForm Form { get; }

    public VirtualList<WebinarRegistrant> Registrants { get; }

    public int InviteeCount => _seed.Invitees;

    public int PanelistCount => _seed.Panelists;

    public int AttendeeCount => _seed.Attendees;

    private int ApprovedPerHundred => 100 - _seed.PendingPercent - _seed.RejectedPercent;

    private int ApprovedCount => (_seed.Registrants / 100 * ApprovedPerHundred) + Math.Min(_seed.Registrants % 100, ApprovedPerHundred);

    public WebinarRegistrant? FindRegistrant(string id) => IndexOf(id, _seed.Registrants) is { } index ? Registrants[index] : null;

    public MeetingParticipant? FindAttendee(string id) =>
        id.StartsWith(_series.Id + "_", StringComparison.Ordinal) && IndexOf(id[(_series.Id.Length + 1)..], _seed.Attendees) is { } index ? Attendee(index) : null;

    public MeetingInvitee? FindInvitee(string id) =>
        id.StartsWith(_series.Id + "_", StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(_series.Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= FirstInviteeNumber && number - FirstInviteeNumber < _seed.Invitees
            ? Invitee(number - FirstInviteeNumber)
            : null;

    /// <summary>The indexes of registrants of an address. The index of addresses is built when it is first asked for.</summary>
    public IEnumerable<int> RegistrantsOf(string email) =>
        (_registrantsByEmail ??= Enumerable.Range(0, _seed.Registrants).ToLookup(index => _seed.Person(index).Email, StringComparer.OrdinalIgnoreCase))[email];

    /// <inheritdoc cref="RegistrantsOf" />
    public IEnumerable<int> AttendeesOf(string email) =>
        (_attendeesByEmail ??= Enumerable.Range(0, _seed.Attendees).ToLookup(index => Attendee(index).Email, StringComparer.OrdinalIgnoreCase))[email];

    public bool Invites(string email) => Enumerable.Range(0, _seed.Invitees).Any(index => string.Equals(_seed.Person(index).Email, email, StringComparison.OrdinalIgnoreCase));

    public MeetingInvitee Invitee(int index)
    {
        var person = _seed.Person(index);
        return new MeetingInvitee
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{_series.Id}_{FirstInviteeNumber + index}"),
            MeetingId = _series.Id,
            Email = person.Email,
            DisplayName = $"{person.FirstName} {person.LastName}",
            Panelist = index < _seed.Panelists,
        };
    }

    public MeetingParticipant Attendee(int index)
    {
        var again = _seed.RejoinEvery > 0 && index % _seed.RejoinEvery == _seed.RejoinEvery - 1;
        var personIndex = PersonOfAttendee(again ? index - 1 : index);
        var person = _seed.Person(personIndex);
        // They join within the first third and leave within the last.
        var third = _seed.Duration / 3;
        return new MeetingParticipant
        {
            Id = $"{_series.Id}_{IdOf(index)}",
            Email = again ? person.Email.ToUpperInvariant() : person.Email,
            DisplayName = $"{person.FirstName} {person.LastName}",
            Invitee = personIndex < _seed.Invitees,
            JoinedAt = _seed.Start + Seconds(third * ((double)index / _seed.Attendees)),
            LeftAt = _seed.Start + _seed.Duration - Seconds(third * (index % 97) / 97),
        };
    }

    private int PersonOfAttendee(int index) => index < ApprovedCount
        ? (index / ApprovedPerHundred * 100) + (index % ApprovedPerHundred)
        : _seed.Registrants + index - ApprovedCount;

    private WebinarRegistrant Registrant(int index)
    {
        // Of each hundred, the first are approved, then come those who wait, then the rejected.
        var place = index % 100;
        var status = place < ApprovedPerHundred ? "approved" : place < ApprovedPerHundred + _seed.PendingPercent ? "pending" : "rejected";
        return new(index, IdOf(index), status, _opened + Seconds(RegistrationPeriod * ((double)index / _seed.Registrants)), _seed.Person(index));
    }

    private string IdOf(int index) => _idPrefix + index.ToString("x12", CultureInfo.InvariantCulture);

    private int? IndexOf(string id, int count) =>
        id.Length == 36 && id.StartsWith(_idPrefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(_idPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < count
            ? index
            : null;

    private static TimeSpan Seconds(TimeSpan time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond));
}
