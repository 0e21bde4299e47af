using System.Net;

namespace Support.Sdk.Salesforce.Records;

/// <summary>The body of a 300: a list of record addresses (fact sheet 3).</summary>
internal static class Candidates
{
    public static IReadOnlyList<string> Ids(IReadOnlyList<string> urls) => [.. urls.Select(static url => url[(url.LastIndexOf('/') + 1)..])];

    public static Task<IReadOnlyList<string>> ReadAsync(SalesforceConnection org, VendorOperation operation, HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode == HttpStatusCode.MultipleChoices
            ? org.ReadAsync(operation, response, SalesforceJson.Default.IReadOnlyListString, cancellationToken)
            : Task.FromResult<IReadOnlyList<string>>([]);
}
