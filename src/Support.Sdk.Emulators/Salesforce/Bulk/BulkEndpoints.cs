using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Bulk API 2.0 (fact sheet section 9). Jobs move by the clock: what is due is done before the next request looks.</summary>
internal sealed class BulkEndpoints(Org org, RecordReader reader, RecordWriter writer, SoqlRunner runner, ApiBudget budget, IdGenerator ids)
{
    /// <summary>150 MB, once they are in Base64 (fact sheet section 9.1).</summary>
    private const int MostBytes = 150_000_000 / 4 * 3;

    private static readonly string[] Operations = ["insert", "update", "upsert", "delete", "hardDelete"];
    private static readonly string[] Delimiters = ["BACKQUOTE", "CARET", "COMMA", "PIPE", "SEMICOLON", "TAB"];
    private readonly Dictionary<string, BulkJob> _jobs = new(StringComparer.Ordinal);
    private long _lastNumber = 3_000_000;

    /// <summary>What befalls the next ingest job.</summary>
    public (int After, string Message)? NextAccident { get; set; }

    public void RunDue()
    {
        var now = org.Now;
        foreach (var job in _jobs.Values)
        {
            while (job.DueAt is { } due && due <= now)
            {
                job.Step(due);
            }
        }
    }

    /// <summary>Ends the work of all jobs now, whatever the clock says.</summary>
    public int Complete()
    {
        var count = 0;
        foreach (var job in _jobs.Values.Where(job => job.DueAt is not null))
        {
            count++;
            while (job.DueAt is not null)
            {
                job.Step(org.Now);
            }
        }

        return count;
    }

    public EmulatorResponse CreateIngest(SalesforceCall call)
    {
        var body = call.Body();
        var operation = Choice(body, "operation", Operations, null);
        var table = org.FindTable(Text(body, "object") ?? "")
            ?? throw SalesforceErrors.Refuse(400, "INVALIDENTITY", $"Unsupported object: {Text(body, "object")}");
        _ = Choice(body, "contentType", ["CSV"], "CSV");
        FieldSchema? key = null;
        if (operation == "upsert")
        {
            key = Text(body, "externalIdFieldName") is { } name && table.Schema.Find(name) is { } field && (field.ExternalId || field.IdLookup)
                ? field
                : throw Invalid("externalIdFieldName must name an external id field of the object");
        }
        else if (body.TryGetProperty("externalIdFieldName", out var unused) && unused.ValueKind != JsonValueKind.Null)
        {
            throw Invalid("externalIdFieldName is of upsert jobs only"); // That it is refused, and how, is an assumption.
        }

        var rule = AssignmentRule(body, table);

        budget.RequireBatch();
        var accident = NextAccident;
        NextAccident = null;
        var job = new IngestJob(
            NewId(), org.Users.Id(call.UserRow), call.Request.At, call.Version, table, operation, key, call.Writing, org, writer, budget.Batches, org.Options.Seed + (int)_lastNumber)
        {
            ColumnDelimiter = Choice(body, "columnDelimiter", Delimiters, "COMMA"),
            LineEnding = Choice(body, "lineEnding", ["LF", "CRLF"], "LF"),
            Accident = accident,
            AssignmentRuleId = rule,
        };
        _jobs.Add(job.Id, job);
        return EmulatorResponse.Json(200, job.ToJson());
    }

    public EmulatorResponse Upload(SalesforceCall call)
    {
        var job = Ingest(call);
        if (call.Request.MediaType != "text/csv")
        {
            throw SalesforceErrors.Refuse(415, "UNSUPPORTED_MEDIA_TYPE", $"Content type {call.Request.MediaType} not supported. Use text/csv.");
        }

        if (job.State != "Open" || job.HasData)
        {
            throw SalesforceErrors.Refuse(400, "INVALIDJOBSTATE", "Found multiple contents for job: <" + job.Id + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }

        if (call.Request.Body.Length > MostBytes)
        {
            throw SalesforceErrors.Refuse(413, "REQUEST_ENTITY_TOO_LARGE", "The upload exceeds 150 MB after encoding in Base64");
        }

        job.Upload(call.Request.Body);
        return EmulatorResponse.Empty(201);
    }

    public EmulatorResponse Change(SalesforceCall call)
    {
        var job = Job(call);
        switch (Text(call.Body(), "state"))
        {
            case "UploadComplete" when job is IngestJob { State: "Open" }:
                job.Enter("UploadComplete", call.Request.At);
                job.DueAt = call.Request.At + org.Options.BulkQueueTime;
                break;
            case "Aborted" when !job.Ended:
                job.Enter("Aborted", call.Request.At);
                break;
            case "UploadComplete" or "Aborted":
                throw SalesforceErrors.Refuse(400, "INVALIDJOBSTATE", $"Job {job.Id} is {job.State}: it cannot be changed to that state");
            default:
                throw Invalid("state must be UploadComplete or Aborted");
        }

        return EmulatorResponse.Json(200, job.ToJson());
    }

    public EmulatorResponse Show(SalesforceCall call) => EmulatorResponse.Json(200, Job(call).ToJson());

    public EmulatorResponse Delete(SalesforceCall call)
    {
        var job = Job(call);
        if (job.State is "UploadComplete" or "InProgress" || (job is IngestJob && job.State == "Open"))
        {
            throw SalesforceErrors.Refuse(400, "INVALIDJOBSTATE", $"Job {job.Id} is {job.State}: only ended jobs can be deleted");
        }

        _jobs.Remove(job.Id);
        return EmulatorResponse.Empty(204);
    }

    public EmulatorResponse Results(SalesforceCall call, Func<IngestJob, byte[]> select)
    {
        var job = Ingest(call);
        return job.Ended
            ? EmulatorResponse.Bytes(200, select(job), "text/csv")
            : throw SalesforceErrors.Refuse(400, "INVALIDJOBSTATE", $"Job {job.Id} is {job.State}: results are there when it has ended");
    }

    public EmulatorResponse CreateQuery(SalesforceCall call)
    {
        var body = call.Body();
        var operation = Choice(body, "operation", ["query", "queryAll"], null);
        var query = SoqlParser.Parse(org, Text(body, "query") ?? "");
        if (query.CountsOnly || query.Offset > 0)
        {
            throw SalesforceErrors.Refuse(400, "API_ERROR", "Aggregates and OFFSET are not supported in a Bulk query");
        }

        budget.TakeQueryJob();
        var job = new QueryJob(NewId(), org.Users.Id(call.UserRow), call.Request.At, call.Version, query, operation == "queryAll", org, reader, runner)
        {
            ColumnDelimiter = Choice(body, "columnDelimiter", Delimiters, "COMMA"),
            LineEnding = Choice(body, "lineEnding", ["LF", "CRLF"], "LF"),
            DueAt = call.Request.At + org.Options.BulkQueueTime,
        };
        job.Enter("UploadComplete", call.Request.At);
        _jobs.Add(job.Id, job);
        return EmulatorResponse.Json(200, job.ToJson());
    }

    /// <summary>A page of a query's result. The locator is <c>null</c>, in letters, on the last.</summary>
    public EmulatorResponse QueryResults(SalesforceCall call)
    {
        if (Job(call) is not QueryJob { State: "JobComplete" } job)
        {
            throw SalesforceErrors.Refuse(400, "INVALIDJOBSTATE", "The job is not complete");
        }

        var most = call.Request.Query("maxRecords") is { } text ? Number(text, "maxRecords") : 50_000;
        var from = call.Request.Query("locator") is { } locator ? Number(Decode(locator), "locator") : 0;
        if (from > job.Rows.Length || most < 1)
        {
            throw Invalid("locator or maxRecords is out of range");
        }

        var count = Math.Min(most, job.Rows.Length - from);
        return EmulatorResponse.Bytes(200, job.Page(from, count), "text/csv")
            .With("Sforce-NumberOfRecords", count.ToString(CultureInfo.InvariantCulture))
            .With("Sforce-Locator", from + count < job.Rows.Length ? Encode(from + count) : "null");
    }

    private static string Encode(int from) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(from.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static string Decode(string locator)
    {
        var buffer = new byte[locator.Length];
        return Convert.TryFromBase64String(locator.PadRight((locator.Length + 3) / 4 * 4, '='), buffer, out var length)
            ? System.Text.Encoding.ASCII.GetString(buffer, 0, length)
            : throw Invalid("Invalid locator");
    }

    private static int Number(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid($"Invalid {name}");

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Choice(JsonElement body, string name, string[] choices, string? otherwise)
    {
        var value = Text(body, name) ?? otherwise;
        return choices.Contains(value, StringComparer.Ordinal) ? value! : throw Invalid($"{name} must be one of {string.Join(", ", choices)}");
    }

    /// <summary>The rule that assigns cases or leads; the emulator has none and assigns nothing. Prefix, code and sentence of the refusal are assumptions.</summary>
    private static string? AssignmentRule(JsonElement body, RecordTable table)
    {
        if (!body.TryGetProperty("assignmentRuleId", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (table.Schema.Name is not ("Case" or "Lead"))
        {
            throw Invalid("assignmentRuleId is of cases and leads only");
        }

        return given.ValueKind == JsonValueKind.String && SalesforceId.Normalize(given.GetString()) is { } id && id.StartsWith("01Q", StringComparison.Ordinal)
            ? id
            : throw Invalid("assignmentRuleId is not the id of an assignment rule");
    }

    private static RefusalException Invalid(string message) => SalesforceErrors.Refuse(400, "INVALIDJOB", message);

    private string NewId() => SalesforceId.Format("750", _lastNumber += ids.Number(9));

    private BulkJob Job(SalesforceCall call)
    {
        var job = SalesforceId.Normalize(call.Request.Route("job")) is { } id ? _jobs.GetValueOrDefault(id) : null;
        var isIngest = call.Request.Path.Contains("/jobs/ingest/", StringComparison.Ordinal);
        return job is not null && job is IngestJob == isIngest ? job : throw new RefusalException(SalesforceErrors.NotFound());
    }

    private IngestJob Ingest(SalesforceCall call) => (IngestJob)Job(call);
}
