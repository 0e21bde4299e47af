using System.Text;
using Support.Sdk.Salesforce.Bulk;

namespace Support.Sdk.Salesforce.Tests;

public sealed class BulkIngestClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_FromCreationToResults_GoesItsWay()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("mock-bulk2-ingest-job-open").Answer("", HttpStatusCode.Created)
            .Answer("""{"id":"Job-1","state":"UploadComplete"}""").Answer("""{"id":"Job-1","state":"InProgress"}""").AnswerSample("mock-bulk2-ingest-job-complete")
            .AnswerCsv(Sample.Text("mock-bulk2-successfulResults.csv")).Answer("", HttpStatusCode.NoContent);
        var bulk = host.Client.BulkIngest;

        var job = await bulk.CreateAsync(new("Contact", BulkOperation.Upsert) { ExternalIdFieldName = "Custom_Id__c" }, Ct);
        await bulk.UploadAsync(
            job.Id,
            static async (stream, cancellationToken) =>
            {
                await using var csv = new BulkCsvWriter(stream, ["Custom_Id__c", "LastName"]);
                await csv.WriteAsync(["CustomID1", "x"], cancellationToken);
            },
            Ct);
        await bulk.CompleteAsync(job.Id, Ct);
        var looks = new Looks();
        job = await host.Clock.RunAsync(bulk.WaitAsync(job.Id, progress: looks, cancellationToken: Ct));
        var rows = new List<BulkRow>();
        await foreach (var row in bulk.GetSuccessfulAsync(job, Ct))
        {
            rows.Add(row);
        }

        await bulk.DeleteAsync(job.Id, Ct);

        (job.State, job.NumberRecordsProcessed, job.NumberRecordsFailed).ShouldBe((BulkJobState.JobComplete, 2, 0));
        looks.States.ShouldBe([BulkJobState.InProgress, BulkJobState.JobComplete]);
        rows.Select(row => (row.Id, row.Created, row["custom_id__c"], row["FirstName"])).ShouldBe(
            [("a011s00000DML8XAAX", true, "CustomID1", "Bob"), ("a011s00000DML8YAAX", true, "CustomID2", "Alice")]);
        var sent = host.Salesforce.Sent.ToList();
        sent.Select(request => request.Line).ShouldBe(
        [
            "POST jobs/ingest", "PUT jobs/ingest/Job-1/batches", "PATCH jobs/ingest/Job-1", "GET jobs/ingest/Job-1", "GET jobs/ingest/Job-1",
            "GET jobs/ingest/Job-1/successfulResults", "DELETE jobs/ingest/Job-1",
        ]);
        sent[0].Body.ShouldBe("""{"object":"Contact","operation":"upsert","externalIdFieldName":"Custom_Id__c","columnDelimiter":"COMMA","lineEnding":"LF","contentType":"CSV"}""");
        (sent[1].ContentType, sent[1].Body).ShouldBe(("text/csv", "Custom_Id__c,LastName\nCustomID1,x\n"));
        sent[2].Body.ShouldBe("""{"state":"UploadComplete"}""");
    }

    [Fact]
    public async Task Failures_OfAJob_HaveCodeAndText()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("\"sf__Id\",\"sf__Error\",LastName\n\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\",\"\"\n\"003x\",\"UNABLE_TO_LOCK_ROW\",\"b\"\n\"\",\"something else\",\"c\"\n");

        var errors = new List<(string?, SalesforceErrorCode, string, string)>();
        await foreach (var row in host.Client.BulkIngest.GetFailedAsync(new() { Id = "750x" }, Ct))
        {
            errors.Add((row.Id, row.Error!.Code, row.Error.Message, string.Join(',', row.Error.Fields)));
        }

        errors.ShouldBe(
        [
            (null, SalesforceErrorCode.RequiredFieldMissing, "Required fields are missing: [LastName]", "LastName"),
            ("003x", SalesforceErrorCode.UnableToLockRow, "", ""),
            (null, default, "something else", ""),
        ]);
    }

    [Fact]
    public async Task Unprocessed_OfAJob_AreTheUploadedColumnsAlone()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("LastName;Email\nx;y\n");

        await foreach (var row in host.Client.BulkIngest.GetUnprocessedAsync(new() { Id = "750x", ColumnDelimiter = ColumnDelimiter.Semicolon }, Ct))
        {
            (row.Id, row.Error, row["Email"], row.Find("Phone")).ShouldBe((null, null, "y", null));
            Should.Throw<KeyNotFoundException>(() => row["Phone"]);
        }

        host.Salesforce.Last.Line.ShouldBe("GET jobs/ingest/750x/unprocessedrecords");
        host.Salesforce.Last.Headers["Accept"].ShouldBe("text/csv");
    }

    [Fact]
    public async Task Upload_OverABrokenConnection_IsNotRepeated()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries) = ("token", 3));
        host.Salesforce.Cut().Cut();

        await Should.ThrowAsync<SupportConnectionException>(() => host.Client.BulkIngest.UploadAsync("750x", (stream, token) => stream.WriteAsync("a\n1\n"u8.ToArray(), token).AsTask(), Ct));
        await Should.ThrowAsync<SupportConnectionException>(() => host.Client.BulkIngest.UploadAsync("750x", Encoding.UTF8.GetBytes("a\n1\n"), Ct));

        host.Salesforce.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Wait_ForAJobThatTakesTooLong_BacksOffAndGivesUp()
    {
        await using var host = new SalesforceHost();
        var begin = host.Clock.GetUtcNow();
        var looks = new List<TimeSpan>();
        for (var i = 0; i < 10; i++)
        {
            host.Salesforce.Then(_ =>
            {
                looks.Add(host.Clock.GetUtcNow() - begin);
                return new() { Content = new StringContent("""{"id":"750x","state":"InProgress"}""") };
            });
        }

        var polling = new BulkPolling { FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(20) };
        var wait = host.Client.BulkIngest.WaitAsync("750x", polling, cancellationToken: Ct);

        await Should.ThrowAsync<TimeoutException>(() => host.Clock.RunAsync(wait));
        looks.Select(look => (int)look.TotalSeconds).ShouldBe([1, 3, 7, 12, 17]);
    }

    [Fact]
    public async Task Create_OfAnUpsertWithoutItsField_Throws()
    {
        await using var host = new SalesforceHost();

        await Should.ThrowAsync<ArgumentException>(async () => await host.Client.BulkIngest.CreateAsync(new("Contact", BulkOperation.Upsert), Ct));
        await Should.ThrowAsync<ArgumentException>(async () => await host.Client.BulkIngest.CreateAsync(new("Contact", BulkOperation.Insert) { ExternalIdFieldName = "x" }, Ct));
    }

    [Fact]
    public async Task Abort_OfAJob_SetsItsState()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"id":"750x","state":"Aborted","apiVersion":52.0,"new":1}""");

        var job = await host.Client.BulkIngest.AbortAsync("750x", Ct);

        (job.State, job.IsTerminal).ShouldBe((BulkJobState.Aborted, true));
        job.Further.Keys.ShouldBe(["apiVersion", "new"]);
        host.Salesforce.Last.Body.ShouldBe("""{"state":"Aborted"}""");
    }

    [Fact]
    public async Task Delete_OfAJobThatTheFirstAttemptDeleted_IsDone()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries, options.Http.BaseDelay) = ("token", 1, TimeSpan.Zero));
        const string Gone = """[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]""";
        host.Salesforce.Cut().Answer(Gone, HttpStatusCode.NotFound).Cut().Answer(Gone, HttpStatusCode.NotFound).Answer("[]", HttpStatusCode.Forbidden).Answer("[]", HttpStatusCode.Forbidden);

        await host.Clock.RunAsync(DeleteBothAsync());

        await Should.ThrowAsync<SupportRequestException>(() => host.Client.BulkIngest.DeleteAsync("750x", Ct));
        await Should.ThrowAsync<SupportRequestException>(() => host.Client.BulkQueries.DeleteAsync("750y", Ct));
        host.Salesforce.Sent.Count.ShouldBe(6);

        async Task<bool> DeleteBothAsync()
        {
            await host.Client.BulkIngest.DeleteAsync("750x", Ct);
            await host.Client.BulkQueries.DeleteAsync("750y", Ct);
            return true;
        }
    }

    private sealed class Looks : IProgress<BulkJob>
    {
        public List<BulkJobState> States { get; } = [];

        public void Report(BulkJob value) => States.Add(value.State);
    }
}
