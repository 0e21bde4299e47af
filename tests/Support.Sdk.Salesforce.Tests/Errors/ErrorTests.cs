namespace Support.Sdk.Salesforce.Tests;

public sealed class ErrorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error-400-invalid-field", 400, "INVALID_FIELD", "No such column")]
    [InlineData("error-404-unknown-external-id-field", 404, "NOT_FOUND", "Provided external ID field")]
    [InlineData("observed-campaign-member-duplicate", 400, "DUPLICATE_VALUE", "Already a campaign member.")]
    [InlineData("observed-duplicates-detected-duplicateResult", 400, "DUPLICATES_DETECTED", "Use one of these records?")]
    [InlineData("observed-error-403-request-limit", 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")]
    public async Task Refusal_OfARequest_TellsCodeAndMessage(string sample, int status, string code, string message)
    {
        var failure = await FailAsync(Sample.Text(sample), (HttpStatusCode)status);

        failure.VendorCode.ShouldBe(code);
        failure.Message.ShouldContain(message);
        failure.GetSalesforceErrors().Single().Code.Value.ShouldBe(code);
        failure.Is(new SalesforceErrorCode(code)).ShouldBeTrue();
    }

    [Fact]
    public async Task Refusal_WithABudgetThatIsUsedUp_IsNotRepeated()
    {
        await using var host = new SalesforceHost(options =>
        {
            options.AccessToken = SalesforceHost.Token;
            options.Http.MaxRetries = 3;
        });
        host.Salesforce.AnswerSample("observed-error-403-request-limit", HttpStatusCode.Forbidden);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Client.Records.GetAsync("Contact", "003", cancellationToken: Ct));

        failure.IsTransient.ShouldBeFalse();
        failure.Is(SalesforceErrorCode.RequestLimitExceeded).ShouldBeTrue();
        SalesforceErrorCode.RequestLimitExceeded.IsTransient.ShouldBeFalse();
        host.Salesforce.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("duplicateResult")]
    [InlineData("duplicateResut")]
    public async Task Refusal_ByADuplicateRule_NamesTheMatchesInBothSpellings(string spelling)
    {
        var body = Sample.Text("observed-duplicates-detected-duplicateResult").Replace("\"duplicateResult\"", $"\"{spelling}\"", StringComparison.Ordinal);

        var error = (await FailAsync(body)).GetSalesforceErrors().Single();

        error.Code.ShouldBe(SalesforceErrorCode.DuplicatesDetected);
        var result = error.DuplicateResult.ShouldNotBeNull();
        (result.DuplicateRule, result.AllowSave).ShouldBe(("Standard_Contact_Duplicate_Rule", true));
        result.Matches.Single().ShouldBe(new DuplicateMatch("Contact", "003aj000002oTldAAE", "Standard_Contact_Match_Rule_v1_1", 100));
    }

    [Theory]
    [InlineData("errorCode")]
    [InlineData("statusCode")]
    public async Task Error_InEitherSpelling_HasItsCode(string spelling)
    {
        var failure = await FailAsync($$"""[{"{{spelling}}":"STRING_TOO_LONG","message":"too long","fields":["LastName"],"extendedErrorDetails":[]}]""");

        var error = failure.GetSalesforceErrors().Single();
        error.Code.ShouldBe(SalesforceErrorCode.StringTooLong);
        error.Fields.ShouldBe(["LastName"]);
    }

    [Fact]
    public async Task Refusal_WithSeveralErrors_NamesTheFields()
    {
        var failure = await FailAsync("""[{"message":"a","errorCode":"REQUIRED_FIELD_MISSING","fields":["LastName","Company"]},{"message":"b","errorCode":"INVALID_EMAIL_ADDRESS","fields":["Email"]}]""");

        failure.VendorCode.ShouldBe("REQUIRED_FIELD_MISSING");
        failure.Errors.Select(error => (error.Field, error.Code)).ShouldBe([("LastName, Company", "REQUIRED_FIELD_MISSING"), ("Email", "INVALID_EMAIL_ADDRESS")]);
    }

    [Theory]
    [InlineData("<html><body>Down for maintenance</body></html>", "web page")]
    [InlineData("Down for maintenance", "Down for maintenance")]
    [InlineData("", "503")]
    [InlineData("[{\"message\":", "503")]
    public async Task Refusal_WithABodyThatIsNoneOfTheApi_IsStillReported(string body, string expected)
    {
        var failure = await FailAsync(body, HttpStatusCode.ServiceUnavailable);

        failure.Message.ShouldContain(expected);
        failure.GetSalesforceErrors().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UNABLE_TO_LOCK_ROW", "UNABLE_TO_LOCK_ROW", true)]
    [InlineData("UNABLE_TO_LOCK_ROW", "STRING_TOO_LONG", false)]
    [InlineData("STRING_TOO_LONG", "STRING_TOO_LONG", false)]
    public async Task Refusal_ByItsCodes_PassesOnlyIfAllPass(string first, string second, bool passes)
    {
        var failure = await FailAsync($$"""[{"message":"a","errorCode":"{{first}}"},{"message":"b","errorCode":"{{second}}"}]""");

        (failure.IsTransient, failure.Kind).ShouldBe((passes, passes ? Failures.FailureKind.Transient : Failures.FailureKind.Refused));
    }

    [Theory]
    [InlineData("""[{"errorCode":"UNABLE_TO_LOCK_ROW","message":"busy","fields":["{0}"]}]""", "busy")]
    [InlineData("""[{"message":"busy","duplicateResult":{"message":"not this","errorCode":"NOT_THIS"},"statusCode":"UNABLE_TO_LOCK_ROW"},{"errorCode":"OTHER","message":"{0}"}]""", "busy")]
    [InlineData("""[{"errorCode":"UNABLE_TO_LOCK_ROW","message":"{0}"}]""", null)]
    [InlineData("""{"errorCode":"UNABLE_TO_LOCK_ROW","fields":[1],"message":"busy","more":"{0}"}""", "busy")]
    public async Task Refusal_WithABodyThatWasCut_KeepsItsFirstError(string body, string? message)
    {
        var failure = await FailAsync(body.Replace("{0}", new string('é', 70_000), StringComparison.Ordinal));

        (failure.VendorCode, failure.Error.Message, failure.IsTransient).ShouldBe(("UNABLE_TO_LOCK_ROW", message, true));
        failure.GetSalesforceErrors().ShouldBeEmpty();
    }

    private static async Task<SupportRequestException> FailAsync(string body, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(body, status);
        return await Should.ThrowAsync<SupportRequestException>(() => host.Client.Records.CreateAsync("Contact", new() { ["LastName"] = "x" }, cancellationToken: Ct));
    }
}
