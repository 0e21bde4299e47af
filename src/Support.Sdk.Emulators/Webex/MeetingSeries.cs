using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Webex;

/// <summary>A meeting as scheduled: every one is a series, also that with a single occurrence. Under the emulator's gate.</summary>
internal sealed class MeetingSeries
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required WebexUser Host { get; init; }

    public required string SiteUrl { get; init; }

    public required string WebLink { get; init; }

    public required string HostKey { get; init; }

    public required string PhonePassword { get; init; }

    public required string ScheduledType { get; init; }

    public required string Title { get; set; }

    public string? Agenda { get; set; }

    public required string Password { get; set; }

    public required TimeZoneInfo Zone { get; set; }

    public required string ZoneId { get; set; }

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }

    public RecurrenceRule? Recurrence { get; set; }

    public string? RoomId { get; init; }

    public bool AdHoc { get; init; }

    public IReadOnlyList<string> IntegrationTags { get; set; } = [];

    /// <summary>The client that set the tags: no other sees them.</summary>
    public string TagsOwner { get; set; } = "";

    public JsonArray? TrackingCodes { get; set; }

    public JsonObject? Registration { get; init; }

    public required JsonObject Settings { get; init; }

    public List<MeetingOccurrence> Occurrences { get; } = [];

    public List<MeetingInstance> Instances { get; } = [];

    public List<MeetingInvitee> Invitees { get; } = [];

    /// <summary>The people of a seeded webinar; they have no accounts, so that nobody's access depends on them.</summary>
    public WebinarCrowd? Crowd { get; set; }

    public bool IsPersonalRoom => ScheduledType == "personalRoomMeeting";

    public MeetingInstance? Running => Instances.Find(instance => instance.EndedAt is null);

    public bool IsInvited(string email) => Invitees.Exists(invitee => string.Equals(invitee.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Host or cohost.</summary>
    public bool IsManagedBy(WebexUser user) =>
        user == Host || Invitees.Exists(invitee => invitee.CoHost && string.Equals(invitee.Email, user.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the occurrences anew from the times and the rule; exceptional ones are gone, as the vendor says.</summary>
    public void Reschedule()
    {
        Occurrences.Clear();
        foreach (var start in Recurrence?.Starts(Start, Zone) ?? [Start])
        {
            Occurrences.Add(new MeetingOccurrence(this, start, start + (End - Start)));
        }
    }
}
