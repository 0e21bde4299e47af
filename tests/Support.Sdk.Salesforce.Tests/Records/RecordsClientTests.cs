namespace Support.Sdk.Salesforce.Tests;

public sealed class RecordsClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_OfARecord_SendsOnlyWhatIsSet()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("sobject-create-201", HttpStatusCode.Created);
        var values = new RecordValues
        {
            ["LastName"] = "O'Hara \"x\"",
            ["Phone"] = null,
            ["Amount__c"] = 12.50m,
            ["Count__c"] = 3,
            ["Active__c"] = true,
            ["Day__c"] = new DateOnly(2026, 3, 2),
            ["At__c"] = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)),
            ["Left__c"] = default,
        };

        var result = await host.Client.Records.CreateAsync("Contact", values, cancellationToken: Ct);

        (result.Id, result.Success, result.Errors.Count).ShouldBe(("some_id", true, 0));
        var sent = host.Salesforce.Last;
        sent.Line.ShouldBe("POST sobjects/Contact");
        sent.ContentType.ShouldBe("application/json; charset=utf-8");
        sent.Json.GetRawText().ShouldBe("""{"LastName":"O\u0027Hara \u0022x\u0022","Phone":null,"Amount__c":12.50,"Count__c":3,"Active__c":true,"Day__c":"2026-03-02","At__c":"2026-03-02T09:00:00.000Z"}""");
    }

    [Fact]
    public async Task Create_OfATypedRecord_LeavesOutWhatIsNull()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("sobject-create-201", HttpStatusCode.Created);

        await host.Client.Records.CreateAsync("Contact", new Contact { LastName = "Lovelace", CreatedDate = SalesforceHost.Now }, HostJson.Default.Contact, cancellationToken: Ct);

        host.Salesforce.Last.Body.ShouldBe("""{"LastName":"Lovelace","CreatedDate":"2026-03-02T09:00:00.000Z"}""");
    }

    [Fact]
    public async Task Create_WithOptions_SendsTheirHeaders()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("sobject-create-201", HttpStatusCode.Created);
        var options = new SaveOptions { AutoAssign = false, DuplicateRule = new() { AllowSave = true, IncludeRecordDetails = true } };

        await host.Client.Records.CreateAsync("Lead", new() { ["LastName"] = "x" }, options, Ct);

        host.Salesforce.Last.Headers["Sforce-Auto-Assign"].ShouldBe("FALSE");
        host.Salesforce.Last.Headers["Sforce-Duplicate-Rule-Header"].ShouldBe("allowSave=true; includeRecordDetails=true; runAsCurrentUser=true");
    }

    [Fact]
    public async Task Create_OverABrokenConnection_IsNotRepeated()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries) = ("token", 3));
        host.Salesforce.Cut();

        var failure = await Should.ThrowAsync<SupportConnectionException>(() => host.Client.Records.CreateAsync("Contact", new() { ["LastName"] = "x" }, cancellationToken: Ct));

        failure.MayHaveBeenReceived.ShouldBeTrue();
        host.Salesforce.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Upsert_OverABrokenConnectionThatCannotCreateTwice_IsRepeated(bool isKeyUnique, bool updateOnly)
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries, options.Http.BaseDelay) = ("token", 3, TimeSpan.Zero));
        host.Salesforce.Cut().Answer("""{"id":"003x","success":true,"errors":[],"created":false}""");

        var outcome = await host.Clock.RunAsync(host.Client.Records.UpsertAsync(
            "Contact", "Ext__c", "42", new() { ["LastName"] = "x" }, updateOnly, new() { IsKeyUnique = isKeyUnique }, Ct));

        outcome.Saved!.Id.ShouldBe("003x");
        host.Salesforce.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Upsert_OverABrokenConnectionByAKeyThatIsNotUnique_IsNotRepeated()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries, options.Http.BaseDelay) = ("token", 3, TimeSpan.Zero));
        host.Salesforce.Cut().Cut();

        var one = await Should.ThrowAsync<SupportConnectionException>(
            () => host.Client.Records.UpsertAsync("Contact", "Email", "ada@example.com", new() { ["LastName"] = "x" }, cancellationToken: Ct));
        var many = await Should.ThrowAsync<SupportConnectionException>(
            () => host.Client.Collections.UpsertAsync("Contact", "Email", [new() { ["Email"] = "ada@example.com", ["LastName"] = "x" }], cancellationToken: Ct));

        (one.MayHaveBeenReceived, many.MayHaveBeenReceived).ShouldBe((true, true));
        host.Salesforce.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Upsert_OfACollectionByAUniqueKey_IsRepeatedOverABrokenConnection()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.Http.MaxRetries, options.Http.BaseDelay) = ("token", 3, TimeSpan.Zero));
        host.Salesforce.Cut().Answer("""[{"id":"003x","success":true,"errors":[],"created":false}]""");

        var results = await host.Clock.RunAsync(host.Client.Collections.UpsertAsync(
            "Contact", "Ext__c", [new() { ["Ext__c"] = "42", ["LastName"] = "x" }], options: new() { IsKeyUnique = true }, cancellationToken: Ct));

        results.ShouldHaveSingleItem().Id.ShouldBe("003x");
    }

    [Fact]
    public async Task Get_OfSomeFields_NamesThem()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("record-contact-v57");

        var record = await host.Client.Records.GetAsync("Contact", "003i000004cs62sAAA", ["Id", "CreatedDate"], Ct);

        host.Salesforce.Last.Line.ShouldBe("GET sobjects/Contact/003i000004cs62sAAA?fields=Id,CreatedDate");
        record.GetDateTimeOffset("CreatedDate").ShouldBe(new DateTimeOffset(2017, 4, 25, 16, 21, 44, TimeSpan.Zero));
    }

    [Fact]
    public async Task Get_AsATypeOfOnesOwn_SkipsWhatTheTypeDoesNotKnow()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("record-contact-v57");

        var contact = await host.Client.Records.GetAsync("Contact", "003i000004cs62sAAA", HostJson.Default.Contact, cancellationToken: Ct);

        (contact.LastName, contact.CreatedDate!.Value.Year).ShouldBe(("Smith", 2017));
    }

    [Fact]
    public async Task Update_OfARecord_IsARealPatchWithoutItsId()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("", HttpStatusCode.NoContent);

        await host.Client.Records.UpdateAsync("Contact", "003x", new() { ["Id"] = "003x", ["Email"] = null }, cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldBe("PATCH sobjects/Contact/003x");
        host.Salesforce.Last.Body.ShouldBe("""{"Email":null}""");
    }

    [Theory]
    [InlineData(HttpStatusCode.Created, """{"id":"003x","success":true,"errors":[],"created":true}""", true)]
    [InlineData(HttpStatusCode.OK, """{"id":"003x","success":true,"errors":[],"created":false}""", false)]
    [InlineData(HttpStatusCode.Created, """{"id":"003x","success":true,"errors":[]}""", true)]
    public async Task Upsert_ByAnExternalId_SaysWhetherItCreated(HttpStatusCode status, string body, bool created)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(body, status);

        var outcome = await host.Client.Records.UpsertAsync("Contact", "Email", "a+b/c'd@example.com", new() { ["email"] = "twice", ["LastName"] = "x" }, cancellationToken: Ct);

        (outcome.IsAmbiguous, outcome.Saved!.Id, outcome.Saved.Created).ShouldBe((false, "003x", created));
        host.Salesforce.Last.Address.AbsoluteUri.ShouldEndWith("/sobjects/Contact/Email/a%2Bb%2Fc%27d%40example.com");
        host.Salesforce.Last.Body.ShouldBe("""{"LastName":"x"}""");
    }

    [Fact]
    public async Task Upsert_OfAValueThatSeveralHave_NamesThemAndThrowsNothing()
    {
        // The shape of restforce@1f640b20a0 spec/fixtures/sobject/upsert_multiple_error_response.json: a list of record addresses.
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""["/services/data/v64.0/sobjects/Contact/003aaa","/services/data/v64.0/sobjects/Contact/003bbb"]""", HttpStatusCode.MultipleChoices);

        var outcome = await host.Client.Records.UpsertAsync("Contact", "Ext__c", "42", new() { ["LastName"] = "x" }, updateOnly: true, cancellationToken: Ct);

        outcome.IsAmbiguous.ShouldBeTrue();
        outcome.CandidateIds.ShouldBe(["003aaa", "003bbb"]);
        host.Salesforce.Last.Line.ShouldEndWith("?updateOnly=true");
    }

    [Fact]
    public async Task Find_OfAValueThatSeveralHave_NamesThem()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""["/services/data/v64.0/sobjects/Contact/003aaa","/services/data/v64.0/sobjects/Contact/003bbb"]""", HttpStatusCode.MultipleChoices);

        var found = await host.Client.Records.FindAsync("Contact", "Ext__c", "42", cancellationToken: Ct);

        (found.Record, found.IsAmbiguous, found.CandidateIds.Count).ShouldBe((null, true, 2));
    }

    [Fact]
    public async Task Find_OfAValueThatNoneHas_FindsNothing()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]""", HttpStatusCode.NotFound);

        var found = await host.Client.Records.FindAsync("Contact", "Ext__c", "42", cancellationToken: Ct);

        (found.Record, found.IsAmbiguous).ShouldBe((null, false));
    }

    [Fact]
    public async Task Find_ByAFieldThatDoesNotExist_Throws()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.AnswerSample("error-404-unknown-external-id-field", HttpStatusCode.NotFound);

        (await Should.ThrowAsync<SupportRequestException>(() => host.Client.Records.FindAsync("Contact", "Namez", "42", cancellationToken: Ct))).Message.ShouldContain("Namez");
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "", true)]
    [InlineData(HttpStatusCode.NotFound, """[{"errorCode":"ENTITY_IS_DELETED","message":"entity is deleted"}]""", false)]
    public async Task Delete_OfARecord_SaysWhetherThisCallDidIt(HttpStatusCode status, string body, bool expected)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(body, status);

        (await host.Client.Records.DeleteAsync("Contact", "003x", Ct)).ShouldBe(expected);
    }

    [Fact]
    public async Task Failure_OfALookByAnAddress_ShowsItNowhere()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"errorCode":"INVALID_FIELD","message":"no"}]""", HttpStatusCode.BadRequest).Cut().Answer("no JSON");
        var records = host.Client.Records;

        Exception[] failures =
        [
            await Should.ThrowAsync<SupportRequestException>(() => records.UpsertAsync("Contact", "Email", "ada@example.com", new() { ["LastName"] = "x" }, cancellationToken: Ct)),
            await Should.ThrowAsync<SupportConnectionException>(() => records.FindAsync("Contact", "Email", "ada@example.com", cancellationToken: Ct)),
            await Should.ThrowAsync<SupportContentException>(() => records.FindAsync("Contact", "Email", "ada@example.com", cancellationToken: Ct)),
        ];

        failures.OfType<SupportHttpException>().Select(failure => failure.Call.Path).ShouldAllBe(path => path == "/services/data/v64.0/sobjects/Contact/Email/***");
        host.Logs.Lines.ShouldContain(line => line.Contains("/Email/***", StringComparison.Ordinal));
        ((string[])[.. failures.Select(failure => failure.ToString()), .. host.Logs.Lines]).ShouldAllBe(text => !text.Contains("example.com", StringComparison.Ordinal));
        Composite.CompositePart.Upsert("one", "Contact", "Email", "ada@example.com", new() { ["LastName"] = "x" }).ToString().ShouldBe("one: PATCH sobjects/Contact/Email");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task Get_OfAnIdThatChangesTheAddress_Throws(string id)
    {
        await using var host = new SalesforceHost();

        Should.Throw<ArgumentException>(() => host.Client.Records.GetAsync("Contact", id, cancellationToken: Ct));
        host.Salesforce.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendRaw_OfARequestOfOnesOwn_GoesThroughTheAccount()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"ok":true}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "services/apexrest/thing");

        using var response = await host.Client.SendRawAsync(request, Ct);

        await host.Client.EnsureSuccessAsync(response, Ct);
        host.Salesforce.Last.Address.AbsoluteUri.ShouldBe("https://acme.my.salesforce.com/services/apexrest/thing");
        host.Salesforce.Last.Headers["Authorization"].ShouldBe("Bearer " + SalesforceHost.Token);
    }
}
