using Shouldly;
using Support.Sdk.Emulators.Tests.Webex;

namespace Support.Sdk.Emulators.Tests;

public sealed class RequestLogTests : WebexTest
{
    [Fact]
    public async Task Requests_Answered_AreRecordedWithStatusAndTime()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        await PostAsync("meetings", """{"title":1}""");

        var entry = Webex.Requests.Single();
        (entry.Method, entry.PathAndQuery, entry.Status, entry.Body, entry.Error).ShouldBe(("POST", "/v1/meetings", 400, """{"title":1}""", null));
        entry.At.ShouldBe(Clock.GetUtcNow());
    }

    [Fact]
    public async Task Requests_WithCredentials_AreMasked()
    {
        await PostAsync("webhooks", """{"name":"n","secret":"very secret","targetUrl":"x"}""");

        var entry = Webex.Requests.Single();
        entry.Headers["authorization"].ShouldBe("Bearer ***");
        entry.Body.ShouldBe("""{"name":"n","secret":"***","targetUrl":"x"}""");
        Anna.ToString().ShouldNotContain(Anna.AccessToken);
    }

    [Theory]
    [InlineData("POST", "meetings", "application/json")]
    [InlineData("PUT", "nothing", "text/plain")]
    [InlineData("POST", "access_token", "application/x-www-form-urlencoded")]
    public async Task Requests_OfMoreThan64KiB_AreRecordedByTheirSize(string method, string path, string type)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Webex.ApiAddress, path))
        {
            Content = new ByteArrayContent(new byte[(64 * 1024) + 1]) { Headers = { ContentType = new(type) } },
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Webex.Requests.Single().Body.ShouldBe($"(65537 bytes of {type})");
    }

    [Fact]
    public async Task Matching_Template_FindsTheRequestsOfThatShape()
    {
        await GetAsync("people/me");
        await GetAsync("people/nobody?x=y");
        await GetAsync("meetings");

        Webex.Requests.Matching("GET", "/v1/people/{id}").Select(entry => entry.PathAndQuery).ShouldBe(["/v1/people/me", "/v1/people/nobody?x=y"]);
        Webex.Requests.Matching("*", "/v1/*").Count.ShouldBe(3);
        Webex.Requests.Clear();
        Webex.Requests.Count.ShouldBe(0);
    }
}
