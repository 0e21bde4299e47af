using System.Net;
using System.Text;
using Support.Sdk.Http;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex.Tests.Webinars;

public sealed class RawListTests
{
    private const string Next = "https://webexapis.com/v1/meetings/1/registrants?max=2&before&after=Q%3D";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly ListRegistrantsRequest Request = new() { MeetingId = "1", PageSize = 2 };

    [Fact]
    public async Task Items_OfAPage_AreTheBytesThatArrived()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{ "count": [{"items":[0]}], "items" : [ {"email" : "é\u0041@example.com", "items":[{"a":[]}]} ,7, null,{}], "more": {"items":[1]} }""");

        var items = await TextsAsync(host.Client.Registrants.ListRawAsync(Request));

        items.ShouldBe(["""{"email" : "é\u0041@example.com", "items":[{"a":[]}]}""", "7", "null", "{}"]);
    }

    [Fact]
    public async Task Pages_EmptyOnesIncluded_AreFollowedAsWritten()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[1,2]}""", headers: ("Link", $"<{Next}>; rel=\"next\"")).Answer("""{"items":[]}""", headers: ("Link", $"<{Next}2>; rel=\"next\""))
            .Answer("""{"items":[3]}""");

        (await TextsAsync(host.Client.Registrants.ListRawAsync(Request))).ShouldBe(["1", "2", "3"]);

        host.Webex.Sent.Select(static sent => sent.Address.OriginalString).Skip(1).ShouldBe([Next, Next + "2"]);
        host.Webex.Sent.ShouldAllBe(static sent => sent.Headers["Authorization"] == "Bearer " + WebexHost.Token);
    }

    [Fact]
    public async Task Items_OfAnEarlierPage_StayAsTheyWere()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":["first"]}""", headers: ("Link", $"<{Next}>; rel=\"next\"")).Answer("""{"items":["other"]}""");

        var kept = new List<ReadOnlyMemory<byte>>();
        await foreach (var item in host.Client.Registrants.ListRawAsync(Request).WithCancellation(Stop))
        {
            kept.Add(item);
        }

        kept.ConvertAll(static item => Encoding.UTF8.GetString(item.Span)).ShouldBe(["\"first\"", "\"other\""]);
    }

    [Fact]
    public async Task AsPages_WithAToken_GoesOnAfterThatPage()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[1]}""", headers: ("Link", $"<{Next}>; rel=\"next\"")).Answer("""{"items":[2]}""");
        var list = host.Client.Registrants.ListRawAsync(Request);

        string? token = null;
        await foreach (var page in list.AsPages(null, Stop))
        {
            token = page.ContinuationToken;
            break;
        }

        token.ShouldBe(Next);
        await foreach (var page in list.AsPages(token, Stop))
        {
            Encoding.UTF8.GetString(page.Items.Single().Span).ShouldBe("2");
            page.ContinuationToken.ShouldBeNull();
        }

        host.Webex.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Pages_InACircle_End()
    {
        await using var host = new WebexHost();
        host.Webex.Always(_ => FakeWebex.Response("""{"items":[1]}""", headers: ("Link", $"<{Next}>; rel=\"next\"")));

        (await TextsAsync(host.Client.Registrants.ListRawAsync(Request))).ShouldBe(["1", "1"]);
    }

    [Theory]
    [InlineData("https://evil.example.com/v1/meetings/1/registrants")]
    [InlineData("http://webexapis.com/v1/meetings/1/registrants")]
    [InlineData("https://webexapis.com:8443/v1/meetings/1/registrants")]
    public async Task NextPage_OnAnotherOrigin_IsNotFetched(string next)
    {
        await using var host = new WebexHost();
        host.Webex.Answer("""{"items":[1]}""", headers: ("Link", $"<{next}>; rel=\"next\""));

        await Should.ThrowAsync<InvalidOperationException>(() => TextsAsync(host.Client.Registrants.ListRawAsync(Request)));

        host.Webex.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refusal_OfAPage_IsThatOfTheTypedList()
    {
        await using var host = new WebexHost();
        host.Webex.AnswerSample("error.401", HttpStatusCode.Forbidden);

        var exception = await Should.ThrowAsync<SupportRequestException>(() => TextsAsync(host.Client.Registrants.ListRawAsync(Request)));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        exception.Operation.ShouldBe("webex.registrants.list");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[1,""")]
    [InlineData("""{"items":[1]} {}""")]
    public async Task Page_ThatIsNone_SaysSoWithoutTheBody(string body)
    {
        await using var host = new WebexHost();
        host.Webex.Answer(body);

        var exception = await Should.ThrowAsync<SupportContentException>(() => TextsAsync(host.Client.Registrants.ListRawAsync(Request)));

        exception.Call.Path.ShouldBe("/v1/meetings/1/registrants");
        exception.Call.OperationId.ShouldBe(host.Webex.Last.Headers["TrackingID"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    public async Task Page_WithoutItems_IsEmpty(string body)
    {
        await using var host = new WebexHost();
        host.Webex.Answer(body);

        (await TextsAsync(host.Client.Registrants.ListRawAsync(Request))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_AfterAByteOrderMark_IsRead()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("\uFEFF{\"items\":[1]}");

        (await TextsAsync(host.Client.Registrants.ListRawAsync(Request))).ShouldBe(["1"]);
    }

    [Fact]
    public async Task ListRaw_WithATimezone_SendsTheHeaders()
    {
        await using var host = new WebexHost();
        host.Webex.Answer("{}");

        await TextsAsync(host.Client.Participants.ListRawAsync(new() { MeetingId = "1", Timezone = "Europe/Paris" }));

        host.Webex.Last.Headers["timezone"].ShouldBe("Europe/Paris");
        host.Webex.Last.Headers["Accept"].ShouldBe("application/json");
    }

    private static async Task<List<string>> TextsAsync(VendorPageable<ReadOnlyMemory<byte>> list)
    {
        var texts = new List<string>();
        await foreach (var item in list.WithCancellation(Stop))
        {
            texts.Add(Encoding.UTF8.GetString(item.Span));
        }

        return texts;
    }
}
