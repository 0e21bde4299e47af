using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests.Webinars;

public class RecordWriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_OfNewRecords_GivesEachItsOwnResult()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var batch = TextBatch.Contacts(["Łukasz \"Luke\" O'Hara", "luke@example.com"], [null, "nameless@example.com"], [new string('x', 81), "long@example.com"], ["Ok", "no address"]);

        var results = await org.Writer.WriteAsync(batch, Ct);

        results.Select(result => result.Index).ShouldBe([0, 1, 2, 3]);
        results[0].IsWritten.ShouldBeTrue();
        org.Emulator.Record(results[0].RecordId!)!["LastName"].ShouldBe("Łukasz \"Luke\" O'Hara");
        Codes(results).ShouldBe(["", "REQUIRED_FIELD_MISSING", "STRING_TOO_LONG", "INVALID_EMAIL_ADDRESS"]);
        results[2].Errors[0].Fields.ShouldBe(["LastName"]);
        results.ShouldAllBe(result => result.IsWritten || !result.Errors[0].MayPass);
        org.Emulator.Count("Contact").ShouldBe(1);
    }

    [Fact]
    public async Task Write_OfChanges_ChangesOnlyTheGivenFields()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var (there, gone) = (org.AddContact("Lovelace", "ada@example.com"), org.AddContact("Gone"));
        await org.Client.Records.DeleteAsync("Contact", gone, Ct);

        var results = await org.Writer.WriteAsync(TextBatch.Updates("Phone", [there, "+33 1"], [gone, "+33 2"]), Ct);

        results[0].ShouldBe(new RecordResult(0, there, []));
        Codes(results).ShouldBe(["", "ENTITY_IS_DELETED"]);
        org.Emulator.Record(there)!["Phone"].ShouldBe("+33 1");
        org.Emulator.Record(there)!["Email"].ShouldBe("ada@example.com");
    }

    [Theory]
    [InlineData(null, "DUPLICATES_DETECTED")]
    [InlineData(false, "DUPLICATES_DETECTED")]
    [InlineData(true, "")]
    public async Task Write_OfADuplicate_FollowsTheOption(bool? save, string code)
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.Webinars.SaveDuplicates = save);
        org.AddContact("Lovelace", "ada@example.com");
        org.Emulator.AddDuplicateRule(new SalesforceDuplicateRule("Contact", "Standard_Contact_Duplicate_Rule", ["Email"]));

        Codes(await org.Writer.WriteAsync(TextBatch.Contacts(["Lovelace", "ada@example.com"]), Ct)).ShouldBe([code]);
    }

    [Theory]
    [InlineData(true, "TRUE")]
    [InlineData(false, "FALSE")]
    public async Task Write_OfRecords_SaysWhetherRulesAssignThem(bool assign, string word)
    {
        await using var host = new SalesforceHost(options =>
        {
            options.AccessToken = SalesforceHost.Token;
            options.Webinars.AutoAssign = assign;
        });
        host.Salesforce.Answer("""[{"id":"0031","success":true,"errors":[]}]""");

        await Writer(host).WriteAsync(TextBatch.Contacts(["A", "a@example.com"]), Ct);

        host.Salesforce.Last.Headers["Sforce-Auto-Assign"].ShouldBe(word);
        host.Salesforce.Last.Headers.ContainsKey("Sforce-Duplicate-Rule-Header").ShouldBeFalse();
        host.Salesforce.Last.Body.ShouldBe("""{"allOrNone":false,"records":[{"attributes":{"type":"Contact"},"LastName":"A","Email":"a@example.com"}]}""");
    }

    [Fact]
    public async Task Write_OfALockedRecord_SaysThatItMayPass()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"busy","fields":[]}]},{"success":false,"errors":[]}]""");

        var results = await Writer(host).WriteAsync(TextBatch.Contacts(["A", "a@example.com"], ["B", "b@example.com"]), Ct);

        results[0].Errors.ShouldBe([new RecordError("UNABLE_TO_LOCK_ROW", "busy", [], MayPass: true)]);
        results[1].IsWritten.ShouldBeFalse();
        results[1].Errors.ShouldHaveSingleItem().Code.ShouldBe("UNSPECIFIED");
    }

    [Fact]
    public async Task Write_RefusedAsAWholeForALockedRow_MayBeTriedAgain()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"errorCode":"UNABLE_TO_LOCK_ROW","message":"busy"}]""", HttpStatusCode.BadRequest);

        var failure = await Should.ThrowAsync<SupportRequestException>(async () => await Writer(host).WriteAsync(TextBatch.Contacts(["A", "a@example.com"]), Ct));

        (failure.IsTransient, failure.Kind).ShouldBe((true, Failures.FailureKind.Transient));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Write_OfNoneOrTooMany_IsRefused(int count)
    {
        await using var host = new SalesforceHost();
        var batch = TextBatch.Contacts([.. Enumerable.Range(0, count).Select(i => new[] { "A", $"{i}@example.com" })]);

        (await Should.ThrowAsync<ArgumentException>(async () => await Writer(host).WriteAsync(batch, Ct))).ParamName.ShouldBe("batch");
        Writer(host).MaximumRows.ShouldBe(200);
    }

    [Fact]
    public async Task Write_WithoutBudget_IsNotRepeated()
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.Http.MaxRetries = 3, emulator => emulator.DailyApiRequests = 1);
        await org.Writer.WriteAsync(TextBatch.Contacts(["A", "a@example.com"]), Ct);

        var refused = await Should.ThrowAsync<SupportRequestException>(async () => await org.Writer.WriteAsync(TextBatch.Contacts(["B", "b@example.com"]), Ct));

        refused.Is(SalesforceErrorCode.RequestLimitExceeded).ShouldBeTrue();
        org.CountRequests("POST", "/composite/sobjects").ShouldBe(2);
        org.Emulator.Count("Contact").ShouldBe(1);
    }

    [Fact]
    public async Task Write_WhenTheSessionHasEnded_GoesOnWithANewOne()
    {
        await using var org = await EmulatedOrg.StartAsync();
        await org.Writer.WriteAsync(TextBatch.Contacts(["A", "a@example.com"]), Ct);
        org.EndSession();

        var results = await org.Writer.WriteAsync(TextBatch.Contacts(["B", "b@example.com"]), Ct);

        results[0].IsWritten.ShouldBeTrue();
        org.Emulator.Count("Contact").ShouldBe(2);
    }

    internal static IRecordWriter Writer(SalesforceHost host) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<IRecordWriter>(host.Services, SalesforceConstants.Vendor);

    private static IEnumerable<string> Codes(IEnumerable<RecordResult> results) => results.Select(result => string.Join(',', result.Errors.Select(error => error.Code)));
}
