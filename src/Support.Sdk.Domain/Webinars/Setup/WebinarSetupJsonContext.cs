using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WebinarSetup))]
[JsonSerializable(typeof(WebinarSetupEvent))]
internal sealed partial class WebinarSetupJsonContext : JsonSerializerContext;
