using System.Text.Json.Serialization;

namespace Support.Sdk.ServiceDesk;

/// <summary>The wire's JSON, made at compile time: the same for server and clients.</summary>
/// <remarks>
/// Property names in camel case; instants as ISO 8601 in UTC; lengths of time as whole seconds; what is absent is left out. Unknown fields are passed over, so either side may be the
/// newer one. Thread-safe.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ServiceDeskTechnician))]
[JsonSerializable(typeof(ServiceDeskSession))]
[JsonSerializable(typeof(ServiceDeskPage<ServiceDeskSession>))]
[JsonSerializable(typeof(ServiceDeskPage<ServiceDeskHistoryEntry>))]
[JsonSerializable(typeof(ServiceDeskPage<ServiceDeskChannel>))]
[JsonSerializable(typeof(ServiceDeskSecrets))]
[JsonSerializable(typeof(ServiceDeskChange))]
[JsonSerializable(typeof(ServiceDeskChannel))]
[JsonSerializable(typeof(ServiceDeskChannelSettings))]
[JsonSerializable(typeof(ServiceDeskProblem))]
[JsonSerializable(typeof(ServiceDeskCreateSession))]
[JsonSerializable(typeof(ServiceDeskTechnicianChoice))]
[JsonSerializable(typeof(ServiceDeskTransfer))]
[JsonSerializable(typeof(ServiceDeskRequestAccess))]
[JsonSerializable(typeof(ServiceDeskAddNote))]
[JsonSerializable(typeof(ServiceDeskCreateChannel))]
[JsonSerializable(typeof(ServiceDeskRenameChannel))]
[JsonSerializable(typeof(ServiceDeskMembership))]
[JsonSerializable(typeof(ServiceDeskEnter))]
[JsonSerializable(typeof(ServiceDeskEntry))]
[JsonSerializable(typeof(ServiceDeskEndUserDevice))]
[JsonSerializable(typeof(ServiceDeskAnswer))]
[JsonSerializable(typeof(ServiceDeskEndUserSession))]
public sealed partial class ServiceDeskJsonContext : JsonSerializerContext;
