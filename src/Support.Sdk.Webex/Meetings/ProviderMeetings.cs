using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Webex's three kinds of meeting objects, in the SDK's words.</summary>
internal static class ProviderMeetings
{
    /// <summary>A meeting with the instances that were held of it.</summary>
    public static ProviderMeeting Of(WebexMeeting meeting, IReadOnlyCollection<WebexMeeting> instances)
    {
        var held = instances.Where(static instance => StateOf(instance) != ProviderMeetingState.NotStarted).ToArray();
        var state = held.Length == 0 ? StateOf(meeting)
            : held.Append(meeting).Any(static one => StateOf(one) == ProviderMeetingState.Running) ? ProviderMeetingState.Running
            : ProviderMeetingState.Ended;
        var startsAt = meeting.Start ?? held.Min(static instance => instance.Start) ?? DateTimeOffset.UnixEpoch;
        return new(
            meeting.MeetingSeriesId ?? meeting.Id,
            meeting.Title ?? "",
            startsAt.ToUniversalTime(),
            meeting.End is { } end && end > startsAt ? end - startsAt : TimeSpan.Zero,
            state,
            meeting.WebLink,
            held.Min(static instance => instance.Start)?.ToUniversalTime(),
            state == ProviderMeetingState.Ended ? held.Max(static instance => instance.End)?.ToUniversalTime() : null,
            meeting.HostEmail);
    }

    /// <summary>Occurrences with what was held of them, and what was held without an occurrence (in a Personal Room or a space), by start.</summary>
    public static IEnumerable<ProviderMeeting> Merge(IReadOnlyList<WebexMeeting> occurrences, IReadOnlyList<WebexMeeting> instances)
    {
        var byOccurrence = instances.ToLookup(static instance => instance.ScheduledMeetingId ?? "");
        var known = occurrences.Select(static occurrence => occurrence.Id).ToHashSet(StringComparer.Ordinal);
        return occurrences.Select(occurrence => Of(occurrence, [.. byOccurrence[occurrence.Id]]))
            .Concat(instances.Where(instance => !known.Contains(instance.ScheduledMeetingId ?? "")).Select(static instance => Of(instance, [instance])))
            .OrderBy(static meeting => meeting.StartsAt)
            .ThenBy(static meeting => meeting.ProviderId, StringComparer.Ordinal);
    }

    /// <summary>How an object stands by itself (fact sheet, section 3.2).</summary>
    public static ProviderMeetingState StateOf(WebexMeeting meeting) => meeting.State.Value switch
    {
        // Of a series also said while people wait in the lobby: then nobody has joined.
        "inProgress" => meeting is { HostDidJoin: false, AttendeeDidJoin: not true } ? ProviderMeetingState.NotStarted : ProviderMeetingState.Running,
        "ready" => meeting.HostDidJoin == true || meeting.AttendeeDidJoin == true ? ProviderMeetingState.Running : ProviderMeetingState.NotStarted,
        "ended" => ProviderMeetingState.Ended,

        // Active, scheduled, lobby, missed; expired, of which the instances tell whether it was held; and what the vendor adds later.
        _ => ProviderMeetingState.NotStarted,
    };
}
