using System.Text.Json.Nodes;

namespace Support.Sdk.Webex.Tests.Meetings;

/// <summary>Answers of the service, as small as they may be.</summary>
internal static class MeetingJson
{
    public const string Series = "870f51ff287b41be84648412901e0402";

    public static string List(params IEnumerable<string> meetings) => $$"""{"items":[{{string.Join(',', meetings)}}]}""";

    public static string Of(
        string id = Series,
        string type = "meetingSeries",
        string state = "active",
        string? start = "2026-03-02T10:00:00Z",
        string? end = "2026-03-02T11:00:00Z",
        string[]? tags = null,
        string? series = null,
        string? occurrence = null,
        string host = "anna@example.com",
        bool? hostDidJoin = null)
    {
        var meeting = new JsonObject
        {
            ["id"] = id,
            ["title"] = "Case 35436",
            ["meetingType"] = type,
            ["state"] = state,
            ["meetingNumber"] = "123456789",
            ["password"] = "BgJep@43",
            ["webLink"] = "https://example.webex.com/j.php?MTID=1",
            ["hostEmail"] = host,
            ["start"] = start,
            ["end"] = end,
            ["meetingSeriesId"] = series,
            ["scheduledMeetingId"] = occurrence,
            ["hostDidJoin"] = hostDidJoin,
        };
        if (tags is not null)
        {
            meeting["integrationTags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        }

        return meeting.ToJsonString();
    }
}
