namespace Support.Sdk.Salesforce.Queries;

/// <summary>The body of a page of a query (fact sheet 7).</summary>
/// <param name="TotalSize">How many records the query finds.</param>
/// <param name="Next">Where to go on: until Salesforce says it is done, never by count; <see langword="null"/> on the last page.</param>
/// <param name="Records">The records of the page.</param>
internal sealed record QueryPage<T>(int TotalSize, string? Next, IReadOnlyList<T> Records);
