namespace Support.Sdk.Salesforce.Records;

/// <summary>What was found by an external id.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <param name="Record">The record; <see langword="null"/> when there is none, or several.</param>
/// <param name="CandidateUrls">When there are several (HTTP 300): their addresses, relative to the org; empty otherwise.</param>
public sealed record RecordLookup<T>(T? Record, IReadOnlyList<string> CandidateUrls)
    where T : class
{
    /// <summary>Whether several records have the value.</summary>
    public bool IsAmbiguous => CandidateUrls.Count > 0;

    /// <summary>The ids of those several.</summary>
    public IReadOnlyList<string> CandidateIds => Candidates.Ids(CandidateUrls);
}
