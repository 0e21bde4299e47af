using System.Text.Json.Serialization;

namespace Support.Sdk.Tests.Webinars;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TestJsonContext : JsonSerializerContext;
