using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.Queries;

/// <summary>SOQL (fact sheet 7). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
/// <remarks>Pages are fetched while they are read. Salesforce keeps the cursor of a query for about two days; a list read more slowly ends in <see cref="SalesforceErrorCode.InvalidQueryLocator"/>.</remarks>
public class QueriesClient
{
    private static readonly VendorOperation QueryOperation = new("salesforce.queries.query", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    internal QueriesClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected QueriesClient() => _org = null!;

    /// <summary>Reads what a query finds.</summary>
    /// <param name="soql">The query.</param>
    /// <param name="options">How it is read; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The query is too long for an address; split it with <see cref="Soql.InBatches"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not 200 to 2,000.</exception>
    public virtual VendorPageable<SalesforceRecord> Query(Soql soql, QueryOptions? options = null) => Query(soql, SalesforceJson.Default.SalesforceRecord, options);

    /// <summary>Reads what a query finds, as a type of your own; fields the type does not know are skipped.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="soql">The query.</param>
    /// <param name="type">The JSON of the type; see <see cref="SalesforceDateTimeConverter"/>.</param>
    /// <param name="options">How it is read; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The query is too long for an address; split it with <see cref="Soql.InBatches"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not 200 to 2,000.</exception>
    public virtual VendorPageable<T> Query<T>(Soql soql, JsonTypeInfo<T> type, QueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        var request = Request(soql, options);
        return _org.List(request, QueryPageConverter<T>.Of(type), static page => page.Records, static page => page.Next);
    }

    /// <summary>Goes on where the answer of a subquery ended (<see cref="ChildRecords.NextRecordsUrl"/>).</summary>
    /// <param name="nextRecordsUrl">Where to go on, as Salesforce gave it.</param>
    /// <exception cref="ArgumentException"><paramref name="nextRecordsUrl"/> is not an address within the org.</exception>
    public virtual VendorPageable<SalesforceRecord> Resume(string nextRecordsUrl)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nextRecordsUrl);
        if (!nextRecordsUrl.StartsWith("/services/data/", StringComparison.Ordinal))
        {
            throw new ArgumentException("A continuation begins with '/services/data/'.", nameof(nextRecordsUrl));
        }

        var request = new VendorRequest(QueryOperation, HttpMethod.Get, new Uri(nextRecordsUrl.TrimStart('/'), UriKind.Relative));
        return _org.List(request, QueryPageConverter<SalesforceRecord>.Of(SalesforceJson.Default.SalesforceRecord), static page => page.Records, static page => page.Next);
    }

    /// <summary>The first record a query finds; <see langword="null"/> when it finds none.</summary>
    /// <param name="soql">The query, best with <c>LIMIT 1</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<SalesforceRecord?> FirstAsync(Soql soql, CancellationToken cancellationToken = default) =>
        (await PageAsync(soql, cancellationToken).ConfigureAwait(false)).Records.FirstOrDefault();

    /// <summary>How many records a query finds: <c>SELECT COUNT() FROM …</c>.</summary>
    /// <param name="soql">The query; with <c>COUNT()</c> no records travel.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<int> CountAsync(Soql soql, CancellationToken cancellationToken = default) =>
        (await PageAsync(soql, cancellationToken).ConfigureAwait(false)).TotalSize;

    /// <summary>Reads what several queries find, one after the other: the partner of <see cref="Soql.InBatches"/>.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="queries">The queries; made while they are read.</param>
    /// <param name="type">The JSON of the type.</param>
    /// <param name="options">How they are read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public virtual async IAsyncEnumerable<T> QueryAllOf<T>(
        IEnumerable<Soql> queries, JsonTypeInfo<T> type, QueryOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        foreach (var query in queries)
        {
            await foreach (var record in Query(query, type, options).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    private Task<QueryPage<SalesforceRecord>> PageAsync(Soql soql, CancellationToken cancellationToken) =>
        _org.SendAsync(Request(soql, null), QueryPageConverter<SalesforceRecord>.Of(SalesforceJson.Default.SalesforceRecord), cancellationToken);

    private VendorRequest Request(Soql soql, QueryOptions? options)
    {
        if (soql.Text.Length == 0)
        {
            throw new ArgumentException("The query is empty.", nameof(soql));
        }

        if (soql.EncodedLength is > SalesforceConstants.MaxQueryLength and var length)
        {
            throw new ArgumentException(
                $"The query takes {length} bytes in an address, more than {SalesforceConstants.MaxQueryLength}; split it with Soql.InBatches, or use the Bulk API.", nameof(soql));
        }

        if (options?.BatchSize is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 200, nameof(options));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 2000, nameof(options));
        }

        var path = options is { IncludeDeleted: true }
            ? VendorPath.Of($"services/data/{_org.Version}/queryAll")
            : VendorPath.Of($"services/data/{_org.Version}/query");
        return VendorRequest.Get(QueryOperation, path.Query("q", soql.Text)) with
        {
            Headers = options?.BatchSize is { } batch
                ? SalesforceConnection.Header("Sforce-Query-Options", string.Create(CultureInfo.InvariantCulture, $"batchSize={batch}"))
                : null,
        };
    }
}
