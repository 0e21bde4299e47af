using System.Text.Json;
using System.Text.Json.Serialization;
using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Salesforce.Composite;
using Support.Sdk.Salesforce.Limits;
using Support.Sdk.Salesforce.Metadata;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(SalesforceDateTimeConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ApiVersion>))]
[JsonSerializable(typeof(SalesforceRecord))]
[JsonSerializable(typeof(IReadOnlyList<SalesforceRecord>))]
[JsonSerializable(typeof(SaveResult))]
[JsonSerializable(typeof(IReadOnlyList<SaveResult>))]
[JsonSerializable(typeof(GlobalDescription))]
[JsonSerializable(typeof(SObjectDescription))]
[JsonSerializable(typeof(CompositeEnvelope))]
[JsonSerializable(typeof(SalesforceLimits))]
[JsonSerializable(typeof(BulkJob))]
[JsonSerializable(typeof(NewIngestJob))]
internal sealed partial class SalesforceJson : JsonSerializerContext;
