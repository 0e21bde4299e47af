using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Users;

internal sealed record UserEnvelope([property: JsonRequired] User User);
