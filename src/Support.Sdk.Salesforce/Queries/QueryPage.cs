namespace Support.Sdk.Salesforce.Queries;

/// <summary>The body of a page of a query (fact sheet 7).</summary>
internal sealed record QueryPage<T>(int TotalSize, bool Done, string? NextRecordsUrl, IReadOnlyList<T> Records)
{
    /// <summary>Where to go on: until Salesforce says it is done, never by count.</summary>
    public string? Next => Done ? null : NextRecordsUrl;
}
