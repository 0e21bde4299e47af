using System.Globalization;
using System.Text.Json;
using Support.Sdk.Meetings;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>What a webhook about meetings says, in the SDK's words.</summary>
internal static class MeetingEvents
{
    private const string InstanceMark = "_I_";

    public static ProviderReportKind? KindOf(WebhookEvent @event) => @event.Value switch
    {
        "started" => ProviderReportKind.Started,
        "ended" => ProviderReportKind.Ended,
        "updated" => ProviderReportKind.Updated,
        "deleted" => ProviderReportKind.Deleted,
        _ => null,
    };

    /// <summary>The series, whether the data are of a series, an occurrence or an instance; <see langword="null"/> when they name nothing.</summary>
    public static string? SeriesIdOf(WebexWebhookMessage message)
    {
        var series = Text(message, "meetingSeriesId");
        return string.IsNullOrWhiteSpace(series) ? Text(message, "id") is { Length: > 0 } id ? SeriesIdOf(id) : null : series;
    }

    /// <summary><c>series_I_number</c> and <c>series_20191101T120000Z</c> become <c>series</c> (fact sheet, section 1.2); other ids stay as they are.</summary>
    public static string SeriesIdOf(string meetingId)
    {
        var mark = meetingId.IndexOf(InstanceMark, StringComparison.Ordinal);
        if (mark > 0)
        {
            return meetingId[..mark];
        }

        mark = meetingId.LastIndexOf('_');
        return mark > 0 && IsOccurrenceTime(meetingId.AsSpan(mark + 1)) ? meetingId[..mark] : meetingId;
    }

    /// <summary>
    /// When it happened, where the data say so. Start and end count of an instance only: those of series and occurrences are the plan. The envelope's own
    /// <c>created</c> is that of the webhook, and says nothing about the event.
    /// </summary>
    public static DateTimeOffset? OccurredAt(WebexWebhookMessage message, ProviderReportKind kind)
    {
        var isInstance = Text(message, "meetingType") == MeetingType.Meeting.Value
            || Text(message, "id")?.Contains(InstanceMark, StringComparison.Ordinal) == true;
        return kind switch
        {
            ProviderReportKind.Started when isInstance => Time(message, "start"),
            ProviderReportKind.Ended when isInstance => Time(message, "end"),
            _ => null,
        };
    }

    private static bool IsOccurrenceTime(ReadOnlySpan<char> text) => DateTimeOffset.TryParseExact(
        text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static DateTimeOffset? Time(WebexWebhookMessage message, string name) =>
        DateTimeOffset.TryParse(Text(message, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time != DateTimeOffset.UnixEpoch
            ? time
            : null;

    private static string? Text(WebexWebhookMessage message, string name) =>
        message.Data.ValueKind == JsonValueKind.Object && message.Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
