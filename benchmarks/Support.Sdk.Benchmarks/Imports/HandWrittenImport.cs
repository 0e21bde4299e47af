using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.Benchmarks.Webinars;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// The import as one would write it for this one mapping: all registrants into a list, page by page; mapped by hand; contacts looked for by e-mail address, as many in a
/// query as its address holds; what is new created and what is known updated by Collections of 200; one result for each row.
/// </summary>
internal sealed class HandWrittenImport : IDisposable
{
    private const int CollectionSize = 200;
    private const int LongestQuery = 14_000;
    private const string Data = "services/data/v64.0/";

    private static readonly Dictionary<string, string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["France"] = "FR",
        ["Germany"] = "DE",
        ["United States"] = "US",
        ["Portugal"] = "PT",
    };

    private readonly HttpClient _webex;
    private readonly HttpClient _salesforce;
    private readonly string _webinarId;

    public HandWrittenImport(VendorAddresses vendors)
    {
        _webinarId = vendors.WebinarId;
        _webex = Client(vendors.Webex, vendors.WebexToken);
        _salesforce = Client(vendors.Salesforce, vendors.SalesforceToken);
    }

    /// <summary>How long each part took, of the last run.</summary>
    public (TimeSpan Read, TimeSpan Map, TimeSpan LookUp, TimeSpan Write) Parts { get; private set; }

    public async Task<ImportTally> RunAsync(CancellationToken cancellationToken = default)
    {
        var clock = Stopwatch.StartNew();
        var registrants = await ReadAsync(cancellationToken);
        var read = clock.Elapsed;

        var rows = new List<ImportedRow>(registrants.Count);
        var byEmail = new Dictionary<string, ContactRecord>(registrants.Count, StringComparer.Ordinal);
        foreach (var registrant in registrants)
        {
            var contact = Map(registrant);
            rows.Add(contact is null ? new(registrant.Id, RowOutcome.Invalid)
                : byEmail.TryAdd(contact.Email!, contact) ? new(registrant.Id, RowOutcome.Failed) { Contact = contact }
                : new(registrant.Id, RowOutcome.Skipped));
        }

        var mapped = clock.Elapsed;
        await FindAsync(byEmail, cancellationToken);
        var found = clock.Elapsed;

        foreach (var row in rows.Where(row => row.Contact is { Id: null, LastName: null }))
        {
            row.Outcome = RowOutcome.Invalid;
        }

        var ready = rows.Where(row => row.Outcome == RowOutcome.Failed).ToList();
        await WriteAsync(HttpMethod.Post, ready.Where(row => row.Contact!.Id is null), RowOutcome.Inserted, cancellationToken);
        await WriteAsync(HttpMethod.Patch, ready.Where(row => row.Contact!.Id is not null), RowOutcome.Updated, cancellationToken);
        Parts = (read, mapped - read, found - mapped, clock.Elapsed - found);
        return new(Count(RowOutcome.Inserted), Count(RowOutcome.Updated), Count(RowOutcome.Skipped), Count(RowOutcome.Invalid), Count(RowOutcome.Failed));

        int Count(RowOutcome outcome) => rows.Count(row => row.Outcome == outcome);
    }

    public void Dispose()
    {
        _webex.Dispose();
        _salesforce.Dispose();
    }

    private async Task<List<RegistrantAnswer>> ReadAsync(CancellationToken cancellationToken)
    {
        var registrants = new List<RegistrantAnswer>();
        Uri? next = new($"meetings/{_webinarId}/registrants?max=100", UriKind.Relative);
        while (next is not null)
        {
            using var response = await _webex.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            var page = await response.Content.ReadFromJsonAsync(AnswersJsonContext.Default.RegistrantsPage, cancellationToken);
            registrants.AddRange(page!.Items);
            next = NextOf(response);
        }

        return registrants;
    }

    private static Uri? NextOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links)
        && links.SelectMany(link => link.Split(',')).FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) is { } found
            ? new Uri(found[(found.IndexOf('<', StringComparison.Ordinal) + 1)..found.IndexOf('>', StringComparison.Ordinal)])
            : null;

    /// <summary>The contact, or nothing when a value does not do. One without a last name can be updated, not created.</summary>
    private static ContactRecord? Map(RegistrantAnswer registrant)
    {
        var email = registrant.Email?.Trim().ToLowerInvariant();
        var phone = HandWrittenCsv.ToE164(Text(registrant.WorkPhone));
        var country = Text(registrant.CountryRegion);
        if (!HandWrittenCsv.IsEmail(email) || email!.Length > 80 || (phone is null && Text(registrant.WorkPhone) is not null)
            || (country is not null && !Countries.TryGetValue(country, out country)) || !Fits(registrant.FirstName, 40) || !Fits(registrant.LastName, 80)
            || !Fits(registrant.JobTitle, 128) || !Fits(registrant.Address1, 255) || !Fits(registrant.City, 40) || !Fits(registrant.State, 80))
        {
            return null;
        }

        return new ContactRecord
        {
            Email = email,
            FirstName = Text(registrant.FirstName),
            LastName = Text(registrant.LastName),
            Title = Text(registrant.JobTitle),
            Phone = phone,
            MailingStreet = Text(registrant.Address1),
            MailingCity = Text(registrant.City),
            MailingState = Text(registrant.State),
            MailingPostalCode = registrant.ZipCode?.ToString(CultureInfo.InvariantCulture),
            MailingCountry = country,
            Description = "Registered for a webinar",
        };
    }

    private async Task FindAsync(Dictionary<string, ContactRecord> byEmail, CancellationToken cancellationToken)
    {
        const string Select = Data + "query?q=SELECT+Id,Email+FROM+Contact+WHERE+Email+IN+(";
        var query = new StringBuilder(Select, LongestQuery);
        foreach (var email in byEmail.Keys)
        {
            var literal = Uri.EscapeDataString("'" + email.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'");
            if (query.Length + literal.Length + 2 > LongestQuery)
            {
                await RunAsync();
            }

            query.Append(query.Length == Select.Length ? "" : ",").Append(literal);
        }

        if (query.Length > Select.Length)
        {
            await RunAsync();
        }

        async Task RunAsync()
        {
            var next = query.Append(')').ToString();
            query.Clear().Append(Select);
            do
            {
                using var response = await _salesforce.GetAsync(new Uri(next, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                response.EnsureSuccessStatusCode();
                var page = await response.Content.ReadFromJsonAsync(AnswersJsonContext.Default.ContactsPage, cancellationToken);
                foreach (var contact in page!.Records)
                {
                    if (contact.Email is not null && byEmail.TryGetValue(contact.Email.Trim().ToLowerInvariant(), out var record))
                    {
                        record.Id = contact.Id;
                    }
                }

                next = page.Done ? null : page.NextRecordsUrl;
            }
            while (next is not null);
        }
    }

    private async Task WriteAsync(HttpMethod method, IEnumerable<ImportedRow> rows, RowOutcome done, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(CollectionSize))
        {
            using var request = new HttpRequestMessage(method, Data + "composite/sobjects")
            {
                Content = JsonContent.Create(new ContactsRequest(AllOrNone: false, [.. chunk.Select(row => row.Contact!)]), ContactsJsonContext.Default.ContactsRequest),
            };
            using var response = await _salesforce.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            var results = (await response.Content.ReadFromJsonAsync(
                (JsonTypeInfo<IReadOnlyList<SavedContact>>)AnswersJsonContext.Default.GetTypeInfo(typeof(IReadOnlyList<SavedContact>))!, cancellationToken))!;
            for (var i = 0; i < chunk.Length; i++)
            {
                (chunk[i].Outcome, chunk[i].RecordId, chunk[i].Errors) = (results[i].Success ? done : RowOutcome.Failed, results[i].Id, results[i].Errors);
            }
        }
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static bool Fits(string? value, int maximum) => value is null || value.Length <= maximum;

    private static HttpClient Client(Uri address, string token) =>
        new(new SocketsHttpHandler()) { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private enum RowOutcome
    {
        Failed,
        Inserted,
        Updated,
        Skipped,
        Invalid,
    }

    /// <summary>A row of the report.</summary>
    private sealed class ImportedRow(string sourceId, RowOutcome outcome)
    {
        public string SourceId { get; } = sourceId;

        public RowOutcome Outcome { get; set; } = outcome;

        public ContactRecord? Contact { get; init; }

        public string? RecordId { get; set; }

        public IReadOnlyList<SaveError> Errors { get; set; } = [];
    }
}
