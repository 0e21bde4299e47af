using System.Text.Json.Serialization;

namespace Support.Sdk.PostgreSql;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenDocument))]
internal sealed partial class PostgreSqlJsonContext : JsonSerializerContext;
