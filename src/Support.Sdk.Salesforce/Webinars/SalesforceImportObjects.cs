using System.Runtime.CompilerServices;
using Support.Sdk.Failures;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Describes objects as the account's user sees them, and reads records by id, 2,000 a call (fact sheet 8).</summary>
internal sealed class SalesforceImportObjects(ISalesforceClientFactory clients) : IImportObjects
{
    private const int RecordsPerCall = 2000;

    public async ValueTask<TargetObject?> DescribeAsync(string account, string objectName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectName);
        try
        {
            return SalesforceTargets.Of(await clients.GetClient(account).Metadata.DescribeAsync(objectName, cancellationToken).ConfigureAwait(false));
        }
        catch (SupportRequestException exception) when (exception.Kind == FailureKind.NotFound || exception.Is(SalesforceErrorCode.InvalidType))
        {
            return null;
        }
    }

    public async IAsyncEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> ReadAsync(
        string account, string objectName, IReadOnlyList<string> fields, IReadOnlyCollection<string> recordIds, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectName);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(recordIds);
        if (fields.Count == 0)
        {
            throw new ArgumentException("Name at least one field.", nameof(fields));
        }

        var collections = clients.GetClient(account).Collections;
        string[] distinct = [.. fields.Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var ids in recordIds.Chunk(RecordsPerCall))
        {
            var records = await collections.GetAsync(objectName, ids, distinct, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < ids.Length && i < records.Count; i++)
            {
                if (records[i] is { } record)
                {
                    yield return new(ids[i], [.. fields.Select(record.GetString)]);
                }
            }
        }
    }
}
