using System.Globalization;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A Salesforce org in miniature: OAuth, describes, records with their rules, SOQL, Collections, Composite, Bulk API 2.0 and the daily budget.</summary>
/// <remarks>
/// Thread-safe. Objects are those of the recorded describes (Account, Case, Contact, Event, Lead, Opportunity, User), campaigns with members and statuses,
/// and what is added. It holds a million records and more: a record is one array. Where the vendor's wording is not recorded it is an assumption, its
/// code and status are not.
/// </remarks>
/// <example><code>
/// await using var salesforce = await SalesforceEmulator.StartAsync(new SalesforceEmulatorOptions { TimeProvider = clock });
/// salesforce.AddField("Contact", SalesforceField.Text("WebinarKey__c", 80) with { ExternalId = true, Unique = true });
/// var campaign = salesforce.AddRecord("Campaign", ("Name", "Webinar of May"));
/// var token = salesforce.CreateAccessToken();
/// // … a client whose instance_url is salesforce.InstanceUrl …
/// var members = salesforce.Query("SELECT Email, Status FROM CampaignMember");
/// </code></example>
public sealed partial class SalesforceEmulator : VendorEmulator
{
    /// <summary>What address and headers may have together (fact sheet section 7; how they are counted is an assumption).</summary>
    private const int MostHeadBytes = 16_384;

    private readonly SalesforceEmulatorOptions _options;
    private readonly Org _org;
    private readonly RecordReader _reader;
    private readonly RecordWriter _writer;
    private readonly SoqlRunner _queries;
    private readonly QueryEndpoints _pages;
    private readonly BulkEndpoints _bulk;
    private readonly SessionDesk _sessions;
    private readonly ApiBudget _budget;
    private readonly int _administrator;

    private SalesforceEmulator(SalesforceEmulatorOptions options)
        : base(options)
    {
        options.Validate();
        _options = options;
        _org = new Org(options);
        _reader = new RecordReader(_org);
        _writer = new RecordWriter(_org);
        _queries = new SoqlRunner(_org, _reader);
        _pages = new QueryEndpoints(_org, _reader, _queries, Ids);
        _budget = new ApiBudget(options);
        _bulk = new BulkEndpoints(_org, _reader, _writer, _queries, _budget, Ids);
        OrganizationId = SalesforceId.Format("00D", 7_000_001);
        _sessions = new SessionDesk(_org, Ids, OrganizationId);
        _administrator = CreateUser("admin@example.com", "Ada", "Admin");
        _sessions.SignedInUser = _administrator;
        MapRoutes();
    }

    /// <summary>The 18-character id of the org.</summary>
    public string OrganizationId { get; }

    /// <summary>What token answers call <c>instance_url</c>: the address without a trailing slash.</summary>
    public Uri InstanceUrl => new(BaseAddress.GetLeftPart(UriPartial.Authority));

    /// <summary>How many queries have pages that can still be fetched.</summary>
    internal int Cursors
    {
        get
        {
            lock (Gate)
            {
                return _pages.Cursors;
            }
        }
    }

    /// <summary>How often records of an object were looked at to find others.</summary>
    internal long Visits(string objectName)
    {
        lock (Gate)
        {
            return Known(objectName).Visits;
        }
    }

    /// <summary>Starts an org with one user, its administrator.</summary>
    /// <param name="options">The org; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value of the options is out of its range.</exception>
    public static async Task<SalesforceEmulator> StartAsync(SalesforceEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new SalesforceEmulator(options ?? new SalesforceEmulatorOptions());
        await emulator.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    internal override EmulatorResponse Handle(EmulatorRequest request)
    {
        _bulk.RunDue();
        return Route(request);
    }

    private EmulatorResponse Route(EmulatorRequest request)
    {
        // Clients without PATCH may say so in the query.
        var method = request.Method == "POST" && request.Query("_HttpMethod") is { Length: > 0 } instead ? instead.ToUpperInvariant() : request.Method;
        var match = Routes.Find(method, request.Path);
        if (match.Handler is null)
        {
            return SalesforceErrors.For(match.PathExists ? 405 : 404);
        }

        request.RouteValues = match.Values;
        return match.Handler(request);
    }

    internal override EmulatorResponse Failure(EmulatorRequest request, int status) => SalesforceErrors.For(status);

    internal override void Complete(EmulatorRequest request, EmulatorResponse response)
    {
        if (request.Path.StartsWith("/services/data/", StringComparison.Ordinal))
        {
            response.With("Sforce-Limit-Info", _budget.Info);
        }
    }

    private void MapRoutes()
    {
        Routes.Map("GET", "/services/oauth2/authorize", _sessions.Authorize);
        Routes.Map("POST", "/services/oauth2/token", _sessions.Token);
        Routes.Map("POST", "/services/oauth2/revoke", _sessions.Revoke);
        Routes.Map("GET", "/services/oauth2/userinfo", _sessions.UserInfo);

        var describes = new DescribeEndpoints(_org);
        Routes.Map("GET", "/services/data", describes.Versions);
        Map("GET", "", describes.Resources);
        Map("GET", "/sobjects", describes.Global);
        Map("GET", "/sobjects/{object}", describes.Basic);
        Map("GET", "/sobjects/{object}/describe", describes.Full);

        var records = new RecordEndpoints(_org, _reader, _writer);
        Map("POST", "/sobjects/{object}", records.Create);
        Map("GET", "/sobjects/{object}/{id}", records.Get);
        Map("PATCH", "/sobjects/{object}/{id}", records.Update);
        Map("DELETE", "/sobjects/{object}/{id}", records.Delete);
        Map("GET", "/sobjects/{object}/{field}/{value}", records.GetByKey);
        Map("PATCH", "/sobjects/{object}/{field}/{value}", records.Upsert);
        Map("DELETE", "/sobjects/{object}/{field}/{value}", records.DeleteByKey);

        Map("GET", "/query", _pages.Query);
        Map("GET", "/queryAll", _pages.QueryAll);
        Map("GET", "/query/{locator}", _pages.Next);

        var collections = new CollectionEndpoints(_org, _reader, _writer);
        Map("POST", "/composite/sobjects", collections.Create);
        Map("PATCH", "/composite/sobjects", collections.Update);
        Map("DELETE", "/composite/sobjects", collections.Delete);
        Map("PATCH", "/composite/sobjects/{object}/{field}", collections.Upsert);
        Map("GET", "/composite/sobjects/{object}", collections.Get);
        Map("POST", "/composite/sobjects/{object}", collections.Get);
        Map("POST", "/composite", new CompositeEndpoint(_org, Route).Run);

        Map("POST", "/jobs/ingest", _bulk.CreateIngest);
        Map("GET", "/jobs/ingest/{job}", _bulk.Show);
        Map("PATCH", "/jobs/ingest/{job}", _bulk.Change);
        Map("DELETE", "/jobs/ingest/{job}", _bulk.Delete);
        Map("PUT", "/jobs/ingest/{job}/batches", _bulk.Upload);
        Map("GET", "/jobs/ingest/{job}/successfulResults", call => _bulk.Results(call, job => job.Successful()));
        Map("GET", "/jobs/ingest/{job}/failedResults", call => _bulk.Results(call, job => job.Failed()));
        Map("GET", "/jobs/ingest/{job}/unprocessedrecords", call => _bulk.Results(call, job => job.Unprocessed()));
        Map("POST", "/jobs/query", _bulk.CreateQuery);
        Map("GET", "/jobs/query/{job}", _bulk.Show);
        Map("PATCH", "/jobs/query/{job}", _bulk.Change);
        Map("DELETE", "/jobs/query/{job}", _bulk.Delete);
        Map("GET", "/jobs/query/{job}/results", _bulk.QueryResults);
        Map("GET", "/limits", _budget.Limits);
    }

    private void Map(string method, string path, Func<SalesforceCall, EmulatorResponse> handler) =>
        Routes.Map(method, "/services/data/{version}" + path, request => handler(Admit(request)));

    /// <summary>What stands before every resource: version, length, session, budget.</summary>
    private SalesforceCall Admit(EmulatorRequest request)
    {
        var version = request.Route("version");
        if (!version.StartsWith('v') || !version.EndsWith(".0", StringComparison.Ordinal)
            || !int.TryParse(version[1..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > _options.LatestVersion)
        {
            throw new RefusalException(SalesforceErrors.NotFound());
        }

        if (number < 31)
        {
            throw SalesforceErrors.Refuse(410, "UNSUPPORTED_API_VERSION", $"API version {version[1..]} is retired.");
        }

        if (!request.IsNested && request.HeadLength > MostHeadBytes)
        {
            throw SalesforceErrors.Refuse(414, "URI_TOO_LONG", "URI Too Long");
        }

        var caller = _sessions.Authenticate(request);
        _budget.Take(request);
        return new SalesforceCall(_org, request, caller, version);
    }
}
