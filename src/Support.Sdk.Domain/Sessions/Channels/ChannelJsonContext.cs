using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SupportChannel))]
[JsonSerializable(typeof(ChannelEvent))]
internal sealed partial class ChannelJsonContext : JsonSerializerContext;
