using System.Text.Json.Serialization;

namespace Support.Sdk.Http.Tests;

internal sealed record Thing(int Id, string? Name = null);

internal sealed record ThingPage(IReadOnlyList<Thing> Items, string? Next = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(ThingPage))]
internal sealed partial class ThingJson : JsonSerializerContext;
