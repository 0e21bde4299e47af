using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>A registrant, with nothing but what the import needs.</summary>
internal sealed record RegistrantAnswer(
    string Id, string? FirstName, string? LastName, string? Email, string? JobTitle, string? Address1, string? City, string? State, long? ZipCode, string? CountryRegion, string? WorkPhone);

internal sealed record RegistrantsPage(IReadOnlyList<RegistrantAnswer> Items);

internal sealed record ContactsPage(bool Done, string? NextRecordsUrl, IReadOnlyList<FoundContact> Records);

internal sealed record FoundContact([property: JsonPropertyName("Id")] string Id, [property: JsonPropertyName("Email")] string? Email);

internal sealed record SavedContact(string? Id, bool Success, IReadOnlyList<SaveError> Errors);

internal sealed record SaveError(string StatusCode, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RegistrantsPage))]
[JsonSerializable(typeof(ContactsPage))]
[JsonSerializable(typeof(IReadOnlyList<SavedContact>))]
internal sealed partial class AnswersJsonContext : JsonSerializerContext;
