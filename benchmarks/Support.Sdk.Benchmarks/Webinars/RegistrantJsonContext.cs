using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Webinars;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Registrant))]
[JsonSerializable(typeof(LeanRegistrant))]
internal sealed partial class RegistrantJsonContext : JsonSerializerContext;
