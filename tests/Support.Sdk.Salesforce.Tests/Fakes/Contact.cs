using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>A record type as a host writes one.</summary>
internal sealed record Contact
{
    public string? Id { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(SalesforceDateTimeConverter)])]
[JsonSerializable(typeof(Contact))]
internal sealed partial class HostJson : JsonSerializerContext;
