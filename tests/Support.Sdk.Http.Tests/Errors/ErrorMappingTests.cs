using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class ErrorMappingTests
{
    [Fact]
    public async Task Send_ErrorAnswer_CarriesEverythingTheVendorSaid()
    {
        await using var host = new VendorHost(account: "emea");
        host.Vendor.Answer(
            HttpStatusCode.UnprocessableEntity,
            """{"code":"RecordInvalid","message":"Record validation errors","trackingId":"T-1","errors":[{"field":"subject","message":"cannot be blank"}]}""");
        var request = VendorRequest.Get(VendorHost.Operation(RetryMeaning.Safe), VendorPath.Of($"things/{7}").Query("email", "anna@acme.test"));

        var exception = await Should.ThrowAsync<SupportRequestException>(host.Transport.SendAsync(request, TestContext.Current.CancellationToken));

        exception.Vendor.ShouldBe("acme");
        exception.Account.ShouldBe("emea");
        exception.Operation.ShouldBe("acme.things.do");
        exception.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        exception.VendorCode.ShouldBe("RecordInvalid");
        exception.TrackingId.ShouldBe("T-1");
        exception.Errors.ShouldBe([new FieldError("subject", "cannot be blank")]);
        exception.IsTransient.ShouldBeFalse();
        exception.Call.Path.ShouldBe("/v1/things/7");
        exception.Message.ShouldBe(
            "acme.things.do failed: GET /v1/things/7 answered 422 UnprocessableEntity [RecordInvalid]: Record validation errors (subject: cannot be blank) Tracking id T-1.");
        exception.ToString().ShouldNotContain("anna");
    }

    [Fact]
    public async Task Send_UnreadableErrorBody_StillGivesStatusAndBody()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.Forbidden, "<html>proxy</html>");

        var exception = await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        exception.VendorCode.ShouldBeNull();
        exception.ResponseBody.ShouldBe("<html>proxy</html>");
        exception.InnerException.ShouldBeAssignableTo<System.Text.Json.JsonException>();
    }

    [Fact]
    public async Task Send_HugeErrorBody_IsCutAt64KiB()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.NotFound, new string('x', 200_000));

        var exception = await Should.ThrowAsync<SupportRequestException>(host.DoAsync(RetryMeaning.Safe));

        exception.ResponseBody!.Length.ShouldBe(64 * 1024);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"id":"not a number"}""")]
    public async Task Send_SuccessWithAnotherBody_SaysThatTheVendorDidAct(string body)
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.OK, body);

        var exception = await Should.ThrowAsync<SupportContentException>(host.DoAsync(RetryMeaning.Safe));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.IsTransient.ShouldBeFalse();
        host.Vendor.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendRaw_ErrorAnswer_IsReturnedAndEnsureSuccessThrowsIt()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.Conflict, """{"code":"UpdateConflict"}""");
        using var request = new HttpRequestMessage(HttpMethod.Put, "things/1").SetOperation(VendorHost.Operation(RetryMeaning.Idempotent));

        using var response = await host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var exception = await Should.ThrowAsync<SupportRequestException>(host.Transport.EnsureSuccessAsync(response, TestContext.Current.CancellationToken));

        exception.VendorCode.ShouldBe("UpdateConflict");
        exception.Operation.ShouldBe("acme.things.do");
    }

    [Fact]
    public async Task SendRaw_Streaming_LeavesTheBodyOnTheWire()
    {
        await using var host = new VendorHost(options => options.MaxResponseBytes = 1024);
        host.Vendor.Answer(HttpStatusCode.OK, new string('x', 5000));
        using var request = new HttpRequestMessage(HttpMethod.Get, "file").SetStreaming();

        using var response = await host.Transport.SendRawAsync(request, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length.ShouldBe(5000);
    }

    [Fact]
    public async Task SendForResponse_Success_GivesHeaders()
    {
        await using var host = new VendorHost();
        host.Vendor.Answer(HttpStatusCode.Created, """{"id":1}""", ("X-Total", "5"));

        var response = await host.Transport.SendForResponseAsync(
            VendorRequest.Get(VendorHost.Operation(RetryMeaning.Safe), VendorPath.Of($"things")), ThingJson.Default.Thing, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.GetValues("X-Total").ShouldBe(["5"]);
        response.ToString().ShouldBe("201 Created");
    }
}
