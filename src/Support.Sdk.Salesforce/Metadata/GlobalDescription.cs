namespace Support.Sdk.Salesforce.Metadata;

/// <summary>All objects the calling user may see.</summary>
public sealed record GlobalDescription
{
    /// <summary>The character set of the org, such as <c>UTF-8</c>; or <see langword="null"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>How many records a page of a query has at most.</summary>
    public int MaxBatchSize { get; init; }

    /// <summary>The objects.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("sobjects")]
    public IReadOnlyList<SObjectSummary> SObjects { get; init; } = [];

    /// <summary>The object with an API name, upper and lower case being the same; <see langword="null"/> when the user sees none.</summary>
    /// <param name="name">The API name.</param>
    public SObjectSummary? Find(string name) => SObjects.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
}
