namespace Support.Sdk.Salesforce.Records;

/// <summary>What became of an upsert by external id.</summary>
/// <remarks>Either one record was created or changed, or nothing was done because several have the value (HTTP 300): look at <see cref="IsAmbiguous"/> first.</remarks>
/// <param name="Saved">The record; <see langword="null"/> when the value is that of several.</param>
/// <param name="CandidateUrls">The addresses of those several, relative to the org; empty otherwise.</param>
public sealed record UpsertOutcome(SaveResult? Saved, IReadOnlyList<string> CandidateUrls)
{
    /// <summary>Whether several records have the value: nothing was written.</summary>
    public bool IsAmbiguous => Saved is null;

    /// <summary>The ids of those several.</summary>
    public IReadOnlyList<string> CandidateIds => Candidates.Ids(CandidateUrls);
}
