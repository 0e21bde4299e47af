using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WebinarImport))]
[JsonSerializable(typeof(WebinarImportEvent))]
[JsonSerializable(typeof(WebinarImportEffect))]
internal sealed partial class ImportRunJsonContext : JsonSerializerContext;
