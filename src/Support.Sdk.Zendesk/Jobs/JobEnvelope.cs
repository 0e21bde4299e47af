using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Jobs;

internal sealed record JobEnvelope([property: JsonRequired] JobStatus JobStatus);
