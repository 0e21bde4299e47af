using System.Text.Json.Serialization;
using Support.Sdk.ServiceDeskConsole.Demo;

namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>The JSON of the console's own few endpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsoleSettings))]
[JsonSerializable(typeof(IReadOnlyList<Technician>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<DemoTechnician>))]
[JsonSerializable(typeof(DemoSignIn.Choice))]
internal sealed partial class ConsoleJsonContext : JsonSerializerContext;
