using System.Globalization;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A change of a meeting: what is left out stays as it is.</summary>
/// <remarks>Fact sheet, section 3.5. Applies to series and occurrences that are not in progress.</remarks>
public sealed record PatchMeetingRequest : MeetingSettings
{
    /// <summary>The agenda; <see langword="null"/> removes it.</summary>
    [JsonConverter(typeof(ClearableConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Clearable<string> Agenda { get; init; }

    /// <summary>The new start. Changing the times of a series cancels its exceptional occurrences.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The new end.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The rule; <see langword="null"/> makes it a single meeting.</summary>
    [JsonConverter(typeof(ClearableConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Clearable<string> Recurrence { get; init; }

    /// <summary>Whether the service mails host and invitees; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>On whose behalf; needs administrator scopes. Does not change the host.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Tracking codes; <see langword="null"/> removes them.</summary>
    [JsonConverter(typeof(ClearableConverter<IReadOnlyList<TrackingCode>>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Clearable<IReadOnlyList<TrackingCode>> TrackingCodes { get; init; }

    /// <summary>Title and Start and End; nothing secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PatchMeetingRequest {{ Title = {Title}, Start = {Start}, End = {End} }}");
}
