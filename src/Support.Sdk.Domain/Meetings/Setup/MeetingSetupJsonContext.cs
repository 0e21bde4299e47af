using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MeetingSetup))]
[JsonSerializable(typeof(MeetingSetupEvent))]
internal sealed partial class MeetingSetupJsonContext : JsonSerializerContext;
