using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Composite;

internal sealed record CompositeEnvelope([property: JsonRequired] IReadOnlyList<CompositeAnswer> CompositeResponse);
