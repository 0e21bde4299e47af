namespace Support.Sdk.Emulators.Webex;

/// <summary>All meetings, found by id, and their states by the clock. Under the emulator's gate.</summary>
internal sealed class MeetingCalendar(WebexEmulator webex)
{
    public List<MeetingSeries> Series { get; } = [];

    /// <summary>Times of the creation requests of each user, refused ones included.</summary>
    public Dictionary<string, List<DateTimeOffset>> Creations { get; } = new(StringComparer.Ordinal);

    private DateTimeOffset Now => webex.Now;

    public MeetingSeries? FindSeries(string id) => Series.Find(series => series.Id == id);

    public MeetingOccurrence? FindOccurrence(string id) => Series.SelectMany(series => series.Occurrences).FirstOrDefault(occurrence => occurrence.Id == id);

    public MeetingInstance? FindInstance(string id) => Series.SelectMany(series => series.Instances).FirstOrDefault(instance => instance.Id == id);

    /// <summary>The series an id of any of the three kinds belongs to.</summary>
    public MeetingSeries? Owner(string id) => FindSeries(id) ?? FindOccurrence(id)?.Series ?? FindInstance(id)?.Series;

    /// <summary>The occurrence that is ready or comes next; the last one when all have passed.</summary>
    public MeetingOccurrence? Current(MeetingSeries series) => series.Occurrences.Find(occurrence => occurrence.End > Now) ?? series.Occurrences.LastOrDefault();

    public string StateOf(MeetingSeries series) =>
        series.Running is not null ? "inProgress"
        : series.Occurrences.Exists(occurrence => occurrence.End > Now) ? "active"
        : "expired";

    public string StateOf(MeetingOccurrence occurrence)
    {
        var held = occurrence.Series.Instances.FindAll(instance => instance.OccurrenceId == occurrence.Id);
        return held.Exists(instance => instance.EndedAt is null) ? "ready"
            : held.Count > 0 ? "ended"
            : Now >= occurrence.End ? "missed"
            : Now >= occurrence.Start - webex.Options.ReadyLead ? "ready"
            : "scheduled";
    }

    /// <summary>Whether the details of an instance can be had already.</summary>
    public bool IsReadable(MeetingInstance instance) => Now >= (instance.EndedAt ?? instance.StartedAt) + webex.Options.InstanceDetailsDelay;
}
