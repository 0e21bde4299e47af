using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Account;

internal sealed record AccountSettingsEnvelope([property: JsonRequired] AccountSettings Settings);
