using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Failures;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests.Webinars;

public class WriteJobTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_OfManyRows_GivesEachItsResultWhateverTheirOrder()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts([.. Enumerable.Range(0, 3000).Select(i => new[] { $"Name {i}", $"p{i}@example.com" })]);

        var job = await SubmitAsync(org, batch);
        org.Emulator.CompleteBulkJobs();
        var results = await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct);

        results.Select(result => result.Index).ShouldNotBe(Enumerable.Range(0, 3000));
        results.Select(result => result.Index).Order().ShouldBe(Enumerable.Range(0, 3000));
        results.ShouldAllBe(result => result.IsWritten);
        results.ShouldAllBe(result => org.Emulator.Record(result.RecordId!)!["Email"] == $"p{result.Index}@example.com");
        org.CountRequests("GET", "Results").ShouldBe(1);
        org.CountRequests("GET", "unprocessedrecords").ShouldBe(0);
    }

    [Fact]
    public async Task Job_WhoseSessionEndsBeforeItsUpload_IsUploadedAfterOneRenewal()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts([.. Enumerable.Range(0, 300).Select(i => new[] { $"Name {i}", $"p{i}@example.com" })]);

        var job = await org.Writer.OpenJobAsync(batch, Ct);
        org.EndSession();
        await org.Writer.SubmitJobAsync(job, batch, Ct);
        org.Emulator.CompleteBulkJobs();

        (await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct)).Count(result => result.IsWritten).ShouldBe(300);
        (org.CountRequests("PUT", "/batches"), org.CountRequests("POST", "/oauth2/token")).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Job_WhoseUploadIsRefusedAgain_IsNotUploadedAThirdTime()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("error-401-invalid-session", HttpStatusCode.Unauthorized).AnswerSample("error-401-invalid-session", HttpStatusCode.Unauthorized);

        var failure = await Should.ThrowAsync<SupportRequestException>(
            () => RecordWriterTests.Writer(host).SubmitJobAsync("750x", TextBatch.Contacts(["Lovelace", "ada@example.com"]), Ct).AsTask());

        failure.Kind.ShouldBe(FailureKind.Reauthorization);
        host.Salesforce.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Job_WithRowsOfEveryKind_TellsThemApart()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.AddContact("Known", "known@example.com");
        org.Emulator.AddDuplicateRule(new SalesforceDuplicateRule("Contact", "Standard_Contact_Duplicate_Rule", ["Email"]));
        var batch = TextBatch.Contacts(
            ["Łukasz, \"Luke\"\nO'Hara", "luke@example.com"],
            [null, "nameless@example.com"],
            [new string('x', 81), "long@example.com"],
            ["Ok", "no address"],
            ["Twin", "Known@example.com"],
            ["日本", "nihon@example.com"]);

        var job = await SubmitAsync(org, batch);
        org.Emulator.CompleteBulkJobs();
        var results = (await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct)).OrderBy(result => result.Index).ToList();

        results.Select(result => string.Join(',', result.Errors.Select(error => error.Code)))
            .ShouldBe(["", "REQUIRED_FIELD_MISSING", "STRING_TOO_LONG", "INVALID_EMAIL_ADDRESS", "DUPLICATES_DETECTED", ""]);
        results[1].Errors[0].Fields.ShouldBe(["LastName"]);
        results[4].Errors[0].ShouldBe(new RecordError("DUPLICATES_DETECTED", "Use one of these records?", [], MayPass: false));
        org.Emulator.Record(results[0].RecordId!)!["LastName"].ShouldBe("Łukasz, \"Luke\"\nO'Hara");
        org.Emulator.Record(results[5].RecordId!)!["LastName"].ShouldBe("日本");
    }

    [Fact]
    public async Task Job_ByAColumnThatNeedsQuotes_FindsItsRows()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] names = ["O'Hara, \"Ada\"", " Éva ", "two\nlines", "a,b", "\"\"", "ÅNGSTRÖM"];
        var batch = new TextBatch("Contact", RecordOperation.Insert, "LastName", ["LastName"], [.. names.Select(name => new[] { name })]) { Account = "" };

        var job = await SubmitAsync(org, batch);
        org.Emulator.CompleteBulkJobs();
        var results = await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct);

        results.Count.ShouldBe(names.Length);
        results.ShouldAllBe(result => org.Emulator.Record(result.RecordId!)!["LastName"] == names[result.Index].Trim());
    }

    [Fact]
    public async Task Job_ThatChangesRecords_IsToldApartById()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => org.AddContact($"N{i}"))];
        await org.Client.Records.DeleteAsync("Contact", ids[7], Ct);
        var batch = TextBatch.Updates("Phone", [.. ids.Select((id, i) => new[] { id, $"+33 {i}" })]);

        var job = await SubmitAsync(org, batch);
        org.Emulator.CompleteBulkJobs();
        var results = (await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct)).OrderBy(result => result.Index).ToList();

        results.Where(result => result.IsWritten).Select(result => result.RecordId).ShouldBe(ids.Where((_, i) => i != 7));
        results[7].Errors.ShouldHaveSingleItem().Code.ShouldBe("ENTITY_IS_DELETED");
        org.Emulator.Record(ids[8])!["Phone"].ShouldBe("+33 8");
    }

    [Fact]
    public async Task Job_ThatFailsHalfway_SaysOfTheRestThatItMayPass()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.FailNextIngestJob(3, "InternalServerError : try again");
        var batch = TextBatch.Contacts([.. Enumerable.Range(0, 5).Select(i => new[] { "N", i == 1 ? "no address" : $"{i}@example.com" })]);

        var job = await SubmitAsync(org, batch);
        org.Emulator.CompleteBulkJobs();
        (await org.Writer.GetJobAsync("", job, Ct)).ShouldBe(WriteJobState.Over);
        var results = (await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct)).OrderBy(result => result.Index).ToList();

        results.Select(result => result.Errors is [{ } error] ? $"{error.Code} {error.MayPass}" : "")
            .ShouldBe(["", "INVALID_EMAIL_ADDRESS False", "", "JOB_UNPROCESSED True", "JOB_UNPROCESSED True"]);
        results[3].Errors[0].Message.ShouldBe("The job ended as Failed before it came to this record. InternalServerError : try again");
    }

    [Fact]
    public async Task Job_ThatIsAborted_HasWrittenNothing_AndNamesNoRow()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts(["A", "a@example.com"], ["B", "b@example.com"]);
        var job = await SubmitAsync(org, batch);
        await org.Client.BulkIngest.AbortAsync(job, Ct);

        var results = await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct);

        results.ShouldBeEmpty("whoever waits for them looks the records up");
        org.Emulator.Count("Contact").ShouldBe(0);
    }

    [Fact]
    public async Task ReadJob_WhenARowIsNowhere_GivesNoResultForIt()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("sf__Id,sf__Created,LastName,Email\n0031,true,A, A@Example.com \n0032,true,X,stranger@example.com\n")
            .AnswerCsv("sf__Id,sf__Error,LastName,Email\n,UNABLE_TO_LOCK_ROW:busy:--,B,b@example.com\n")
            .Answer("""{"id":"750x","state":"JobComplete"}""")
            .AnswerCsv("LastName,Email\n");

        var results = await RecordWriterTests.Writer(host)
            .ReadJobAsync("750x", TextBatch.Contacts(["A", "a@example.com"], ["B", "b@example.com"], ["C", "c@example.com"]), Ct).ToListAsync(Ct);

        results[0].ShouldBe(new RecordResult(0, "0031", []));
        results[1].Errors.ShouldBe([new RecordError("UNABLE_TO_LOCK_ROW", "busy", [], MayPass: true)]);
        results.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReadJob_OfManyRows_AllocatesLittleMoreThanTheirIds()
    {
        const int Rows = 20_000;
        var text = new System.Text.StringBuilder("\"sf__Id\",\"sf__Created\",\"LastName\",\"Email\"\n");
        for (var i = Rows - 1; i >= 0; i--)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"003000000000{i:D6}\",\"true\",\"A name that is not asked for, {i}\",\"p{i}@example.com\"\n");
        }

        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv(text.ToString());
        var batch = TextBatch.Contacts([.. Enumerable.Range(0, Rows).Select(i => new[] { "N", $"p{i}@example.com" })]);
        await using var results = RecordWriterTests.Writer(host).ReadJobAsync("750x", batch, Ct).GetAsyncEnumerator(Ct);

        // The first row opens the answer; the others come from memory, so that no await leaves the thread.
        (await results.MoveNextAsync()).ShouldBeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 1;
        while (await results.MoveNextAsync())
        {
            count++;
        }

        count.ShouldBe(Rows);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rows).ShouldBeLessThan(200);
    }

    [Fact]
    public async Task ReadJob_WithoutTheCorrelationColumn_IsAFault()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerCsv("sf__Id,sf__Created,LastName\n0031,true,A\n");

        var fault = await Should.ThrowAsync<Exception>(async () =>
            await RecordWriterTests.Writer(host).ReadJobAsync("750x", TextBatch.Contacts(["A", "a@example.com"]), Ct).ToListAsync(Ct));

        fault.ShouldBeAssignableTo<IVendorFailure>()!.Description.ShouldContain("Email");
    }

    [Fact]
    public async Task GetJob_OfEachState_SaysHowFarItIs()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts(["A", "a@example.com"]);
        var job = await org.Writer.OpenJobAsync(batch, Ct);
        var states = new List<WriteJobState> { await org.Writer.GetJobAsync("", job, Ct) };
        await org.Writer.SubmitJobAsync(job, batch, Ct);
        states.Add(await org.Writer.GetJobAsync("", job, Ct));
        org.Clock.Advance(TimeSpan.FromSeconds(1));
        states.Add(await org.Writer.GetJobAsync("", job, Ct));
        org.Clock.Advance(TimeSpan.FromSeconds(1));
        states.Add(await org.Writer.GetJobAsync("", job, Ct));
        await org.Writer.DiscardJobAsync("", job, Ct);
        states.Add(await org.Writer.GetJobAsync("", job, Ct));

        states.ShouldBe([WriteJobState.Open, WriteJobState.Running, WriteJobState.Running, WriteJobState.Over, WriteJobState.Unknown]);
    }

    [Theory]
    [InlineData("UploadComplete", WriteJobState.Running)]
    [InlineData("InProgress", WriteJobState.Running)]
    [InlineData("SomethingNew", WriteJobState.Running)]
    [InlineData("JobComplete", WriteJobState.Over)]
    [InlineData("Failed", WriteJobState.Over)]
    [InlineData("Aborted", WriteJobState.Over)]
    [InlineData("Open", WriteJobState.Open)]
    public async Task GetJob_OfASalesforceState_MapsIt(string state, WriteJobState expected)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer($$"""{"id":"750x","state":"{{state}}"}""");

        (await RecordWriterTests.Writer(host).GetJobAsync("", "750x", Ct)).ShouldBe(expected);
    }

    [Fact]
    public async Task WaitJob_LooksUntilItIsOver()
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.Webinars.JobLongestWait = TimeSpan.FromSeconds(2), emulator => emulator.BulkBatchTime = TimeSpan.FromSeconds(7));
        var job = await SubmitAsync(org, TextBatch.Contacts(["A", "a@example.com"]));
        var looks = Looks(org);

        var wait = org.Writer.WaitJobAsync("", job, Ct).AsTask();
        while (!wait.IsCompleted)
        {
            // The wait between two looks is a timer of seconds; what guards a call is one of minutes.
            if (org.Clock.DueTimes.Order().FirstOrDefault() is var due && due != default && due - org.Clock.GetUtcNow() <= TimeSpan.FromSeconds(2))
            {
                org.Clock.AdvanceTo(due);
            }

            await Task.Yield();
        }

        await wait;
        (await org.Writer.GetJobAsync("", job, Ct)).ShouldBe(WriteJobState.Over);

        // After 1 s, then every 2 s until 8 s have passed.
        (Looks(org) - looks - 1).ShouldBe(5);
    }

    [Fact]
    public async Task WaitJob_WithoutPatience_EndsInATimeout()
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.Webinars.JobPatience = TimeSpan.FromMilliseconds(10));
        var job = await SubmitAsync(org, TextBatch.Contacts(["A", "a@example.com"]));

        (await Should.ThrowAsync<TimeoutException>(async () => await org.Writer.WaitJobAsync("", job, Ct))).Message.ShouldContain(job);
    }

    [Fact]
    public async Task Discard_OfAnOpenOrRunningJob_EndsItFirst()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts(["A", "a@example.com"]);
        var open = await org.Writer.OpenJobAsync(batch, Ct);
        var running = await SubmitAsync(org, batch);

        await org.Writer.DiscardJobAsync("", open, Ct);
        await org.Writer.DiscardJobAsync("", running, Ct);
        await org.Writer.DiscardJobAsync("", running, Ct);

        org.Emulator.CompleteBulkJobs().ShouldBe(0);
        org.Emulator.Count("Contact").ShouldBe(0);
        (await org.Writer.GetJobAsync("", open, Ct)).ShouldBe(WriteJobState.Unknown);
    }

    [Fact]
    public async Task Job_WhoseSessionEndsWhileItRuns_GoesOnWithANewOne()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts(["A", "a@example.com"]);
        var job = await SubmitAsync(org, batch);

        org.EndSession();
        (await org.Writer.GetJobAsync("", job, Ct)).ShouldBe(WriteJobState.Over);
        org.EndSession();
        var results = await org.Writer.ReadJobAsync(job, batch, Ct).ToListAsync(Ct);
        org.EndSession();
        await org.Writer.DiscardJobAsync("", job, Ct);

        results.ShouldHaveSingleItem().IsWritten.ShouldBeTrue();
        org.CountRequests("POST", "/oauth2/token").ShouldBe(4);
    }

    [Fact]
    public async Task Submit_OfMoreThanAnUploadTakes_SaysSoAndLeavesTheJobOpen()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = new TextBatch("Contact", RecordOperation.Insert, "LastName", ["LastName", "Description"], [.. Enumerable.Repeat<string?[]>(["N", new string('x', 1_000_000)], 101)]) { Account = "" };
        var job = await org.Writer.OpenJobAsync(batch, Ct);

        var refused = await Should.ThrowAsync<Exception>(async () => await org.Writer.SubmitJobAsync(job, batch, Ct));

        refused.ShouldBeAssignableTo<IVendorFailure>()!.Kind.ShouldBe(FailureKind.Refused);
        refused.Message.ShouldContain("100 MB");
        (await org.Writer.GetJobAsync("", job, Ct)).ShouldBe(WriteJobState.Open);
    }

    [Theory]
    [InlineData("Lead", "01Q000000000001EAA")]
    [InlineData("Contact", null)]
    public async Task OpenJob_WithAnAssignmentRule_NamesItForObjectsThatHaveSome(string objectName, string? expected)
    {
        await using var host = new SalesforceHost(options =>
        {
            options.AccessToken = SalesforceHost.Token;
            options.Webinars.AssignmentRuleId = "01Q000000000001EAA";
        });
        host.Salesforce.Answer("""{"id":"750x","state":"Open"}""");

        await RecordWriterTests.Writer(host).OpenJobAsync(new TextBatch(objectName, RecordOperation.Update, "Id", ["Id"], []) { Account = "" }, Ct);

        System.Text.Json.Nodes.JsonNode.Parse(host.Salesforce.Last.Body!)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToString()).ShouldSatisfyAllConditions(
            body => body["operation"].ShouldBe("update"),
            body => body["lineEnding"].ShouldBe("LF"),
            body => body["columnDelimiter"].ShouldBe("COMMA"),
            body => body.GetValueOrDefault("assignmentRuleId").ShouldBe(expected));
    }

    private static int Looks(EmulatedOrg org) => org.CountRequests("GET", "/jobs/ingest/");

    private static async Task<string> SubmitAsync(EmulatedOrg org, RecordBatch batch)
    {
        var job = await org.Writer.OpenJobAsync(batch, Ct);
        await org.Writer.SubmitJobAsync(job, batch, Ct);
        return job;
    }
}
