using System.Text.Json.Serialization;

namespace Support.Sdk.Sessions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SupportSession))]
[JsonSerializable(typeof(SessionEvent))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
