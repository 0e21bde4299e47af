using System.Text.Json.Serialization;

namespace Support.Sdk.Sqlite;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenDocument))]
internal sealed partial class SqliteJsonContext : JsonSerializerContext;
