using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(ScalarTextConverter)])]
[JsonSerializable(typeof(WebinarParticipant))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WebinarJsonContext : JsonSerializerContext;
