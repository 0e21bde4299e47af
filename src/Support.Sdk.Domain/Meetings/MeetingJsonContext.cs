using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = false,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkItemMeetings))]
[JsonSerializable(typeof(MeetingEvent))]
[JsonSerializable(typeof(MeetingEffect))]
internal sealed partial class MeetingJsonContext : JsonSerializerContext;
