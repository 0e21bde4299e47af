using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Salesforce.Composite;
using Support.Sdk.Salesforce.Limits;
using Support.Sdk.Salesforce.Metadata;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce;

/// <summary>A client of one Salesforce org (REST, Composite, Bulk API 2.0).</summary>
/// <remarks>
/// Thread-safe; obtain it from <see cref="ISalesforceClientFactory"/>, the default account's also by injection. Its methods throw <see cref="SupportRequestException"/> when
/// Salesforce refuses (<see cref="SalesforceErrors.GetSalesforceErrors"/> says why), <see cref="SupportConnectionException"/> when no answer comes,
/// <see cref="SupportContentException"/> when the answer cannot be read, <see cref="ReauthorizationRequiredException"/> when consent is gone and
/// <see cref="SalesforceInstanceException"/> when the tokens are those of another org. A budget that is used up (403 <c>REQUEST_LIMIT_EXCEEDED</c>) is not waited for.
/// </remarks>
public class SalesforceClient
{
    private static readonly VendorOperation VersionsOperation = new("salesforce.versions.list", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    /// <summary>Creates a client on a transport.</summary>
    /// <param name="transport">The account's transport.</param>
    /// <param name="options">The account's options; read once.</param>
    /// <param name="clock">The clock by which jobs are waited for and describes age.</param>
    /// <param name="budget">Where the account's budget is kept.</param>
    public SalesforceClient(VendorTransport transport, SalesforceOptions options, TimeProvider clock, ApiBudget budget)
        : this(Connect(transport, options, clock), NotNull(budget))
    {
    }

    /// <summary>For test doubles.</summary>
    protected SalesforceClient()
    {
        _org = null!;
        Budget = null!;
        Records = null!;
        Queries = null!;
        Metadata = null!;
        Collections = null!;
        Composite = null!;
        BulkIngest = null!;
        BulkQueries = null!;
        Limits = null!;
    }

    private SalesforceClient(SalesforceConnection org, ApiBudget budget)
    {
        _org = org;
        Budget = budget;
        Records = new RecordsClient(org);
        Queries = new QueriesClient(org);
        Metadata = new MetadataClient(org);
        Collections = new CollectionsClient(org);
        Composite = new CompositeClient(org);
        BulkIngest = new BulkIngestClient(org);
        BulkQueries = new BulkQueryClient(org);
        Limits = new LimitsClient(org);
    }

    /// <summary>The named account; empty for the default one.</summary>
    public virtual string Account => _org.Transport.Account;

    /// <summary>How much of the daily budget of calls is used, as far as the answers said.</summary>
    public virtual ApiBudget Budget { get; }

    /// <summary>Single records.</summary>
    public virtual RecordsClient Records { get; }

    /// <summary>SOQL.</summary>
    public virtual QueriesClient Queries { get; }

    /// <summary>What objects and fields there are.</summary>
    public virtual MetadataClient Metadata { get; }

    /// <summary>Up to 200 records a call.</summary>
    public virtual CollectionsClient Collections { get; }

    /// <summary>Up to 25 requests a call.</summary>
    public virtual CompositeClient Composite { get; }

    /// <summary>Bulk API 2.0: writing.</summary>
    public virtual BulkIngestClient BulkIngest { get; }

    /// <summary>Bulk API 2.0: reading.</summary>
    public virtual BulkQueryClient BulkQueries { get; }

    /// <summary>The org's limits.</summary>
    public virtual LimitsClient Limits { get; }

    /// <summary>The same org, acting with the tokens kept for one user. Keep the client: describes depend on what the user may see, so each one caches its own.</summary>
    /// <param name="subject">The subject under which the user's tokens were stored; empty for the account's own.</param>
    /// <exception cref="InvalidOperationException">
    /// A subject, though the account signs in otherwise than by <see cref="SalesforceGrant.AuthorizationCode"/>: every call would act as the account's own user and show what that one may see.
    /// </exception>
    public virtual SalesforceClient ForUser(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(_org.For(subject), Budget);
    }

    /// <summary>The API versions of the org, oldest first as Salesforce gives them.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<IReadOnlyList<ApiVersion>> GetVersionsAsync(CancellationToken cancellationToken = default) =>
        _org.SendAsync(VendorRequest.Get(VersionsOperation, VendorPath.Of($"services/data")), SalesforceJson.Default.IReadOnlyListApiVersion, cancellationToken);

    /// <summary>Sends a request of your own through the account's pipeline (credentials, retries, budget) and gives back whatever Salesforce answered, errors included.</summary>
    /// <param name="request">Relative (<c>services/data/v64.0/…</c>, <c>services/apexrest/…</c>); say with <see cref="VendorRequestExtensions.SetOperation"/> what a repetition means.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; the caller disposes it.</returns>
    public virtual Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        return _org.Transport.SendRawAsync(request.SetSubject(_org.Subject), cancellationToken);
    }

    /// <summary>Throws what an answer of <see cref="SendRawAsync"/> means, unless it is a success.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">Cancels the reading of the body.</param>
    /// <exception cref="SupportRequestException">The answer is an error.</exception>
    public virtual Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken = default) => _org.EnsureSuccessAsync(response, cancellationToken);

    private static SalesforceConnection Connect(VendorTransport transport, SalesforceOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        return new(transport, options, clock, "");
    }

    private static ApiBudget NotNull(ApiBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return budget;
    }
}
