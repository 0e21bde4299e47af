using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>A contact as the Collections resource takes it.</summary>
internal sealed class ContactRecord
{
    [JsonPropertyName("attributes")]
    public RecordAttributes Attributes { get; } = RecordAttributes.Contact;

    public string? Id { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Title { get; set; }

    public string? Phone { get; set; }

    public string? MailingStreet { get; set; }

    public string? MailingCity { get; set; }

    public string? MailingState { get; set; }

    public string? MailingPostalCode { get; set; }

    public string? MailingCountry { get; set; }

    public string? Description { get; set; }
}

internal sealed record RecordAttributes([property: JsonPropertyName("type")] string Type)
{
    public static RecordAttributes Contact { get; } = new("Contact");
}

internal sealed record ContactsRequest([property: JsonPropertyName("allOrNone")] bool AllOrNone, [property: JsonPropertyName("records")] IReadOnlyList<ContactRecord> Records);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContactsRequest))]
internal sealed partial class ContactsJsonContext : JsonSerializerContext;
