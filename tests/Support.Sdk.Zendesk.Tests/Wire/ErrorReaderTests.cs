using Support.Sdk.Failures;

namespace Support.Sdk.Zendesk.Tests;

/// <summary>The error bodies of fact sheet 4, as the caller sees them.</summary>
public sealed class ErrorReaderTests
{
    [Theory]
    [InlineData(404, """{"error":"RecordNotFound","description":"Not found"}""", "RecordNotFound", "Not found")]
    [InlineData(403, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}""", null, "Forbidden: You do not have access to this page.")]
    [InlineData(401, """{"error":"Couldn't authenticate you"}""", null, "Couldn't authenticate you")]
    [InlineData(400, """{"error":"IdempotentRequestError","description":"Request parameters don't match the given idempotency key"}""", "IdempotentRequestError", "Request parameters don't match the given idempotency key")]
    [InlineData(400, """{"message":"no error property"}""", null, "no error property")]
    [InlineData(403, "Forbidden by policy", null, "Forbidden by policy")]
    [InlineData(502, "<html><body>Bad gateway</body></html>", null, "The answer is a web page, not one of the API.")]
    [InlineData(400, "", null, null)]
    public async Task Error_OfEachShape_IsRead(int status, string body, string? code, string? message)
    {
        var failure = await FailAsync(status, body);

        (failure.VendorCode, failure.Error.Message).ShouldBe((code, message));
        failure.ResponseBody.ShouldBe(body);
    }

    [Fact]
    public async Task Error_WithDetails_NamesTheFields()
    {
        var failure = await FailAsync(422, """
            {"error":"RecordInvalid","description":"Record validation errors","details":{"status":[{"description":"closed prevents ticket update"}],"base":[{"description":"Too many","error":"Limit"}]}}
            """);

        failure.Errors.ShouldBe([new FieldError("status", "closed prevents ticket update"), new FieldError(null, "Too many", "Limit")]);
        failure.Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task Error_AsAList_KeepsEach()
    {
        var failure = await FailAsync(400, """
            {"errors":[{"code":"InvalidPaginationDepth","title":"Too deep","detail":"Page 101","id":"abc","source":{"parameter":"page"}},{"code":"Other","detail":"More"}]}
            """);

        (failure.VendorCode, failure.TrackingId).ShouldBe(("InvalidPaginationDepth", "abc"));
        failure.Errors.ShouldBe([new FieldError("page", "Page 101", "InvalidPaginationDepth"), new FieldError(null, "More", "Other")]);
    }

    [Fact]
    public async Task Error_OfTheDocumentedUnavailableSearch_IsRead() =>
        (await FailAsync(503, Sample.Read("doc-error-search-unavailable"))).VendorCode.ShouldBe("unavailable");

    [Fact]
    public async Task Error_WithBrokenJson_KeepsTheBody()
    {
        var failure = await FailAsync(500, """{"error":"Oops","desc""");

        failure.ResponseBody.ShouldBe("""{"error":"Oops","desc""");
        failure.InnerException.ShouldNotBeNull();
    }

    private static async Task<SupportRequestException> FailAsync(int status, string body)
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Always(_ => FakeZendesk.Response((HttpStatusCode)status, body));
        return await Should.ThrowAsync<SupportRequestException>(() => host.Client.Tickets.ShowAsync(1, TestContext.Current.CancellationToken));
    }
}
