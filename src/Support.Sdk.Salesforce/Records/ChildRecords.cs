namespace Support.Sdk.Salesforce.Records;

/// <summary>The children a subquery found.</summary>
/// <param name="Records">Those that came with the parent.</param>
/// <param name="TotalSize">How many there are in all.</param>
/// <param name="NextRecordsUrl">Where the others are, for <see cref="Queries.QueriesClient.Resume"/>; <see langword="null"/> when these are all.</param>
public sealed record ChildRecords(IReadOnlyList<SalesforceRecord> Records, int TotalSize, string? NextRecordsUrl);
