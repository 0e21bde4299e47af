using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a.test/x?max=10&before&after=Y2lz>; rel=\"next\"", "https://a.test/x?max=10&before&after=Y2lz")]
    [InlineData("<https://a.test/1>; rel=\"first\", <https://a.test/2>; rel=\"next\"", "https://a.test/2")]
    [InlineData("<https://a.test/a,b;c?q=<1>; rel=next", "https://a.test/a,b;c?q=<1")]
    [InlineData("<https://a.test/2>;REL=Next", "https://a.test/2")]
    [InlineData("<https://a.test/2>; title=\"a, b; rel=\\\"prev\\\"\"; rel=\"prev next\"", "https://a.test/2")]
    [InlineData("<https://a.test/2> ; rel = \"next\"", "https://a.test/2")]
    [InlineData("</x?after=1>; rel=\"next\"", "/x?after=1")]
    [InlineData("<https://a.test/2>; rel=\"prev\"; rel=\"next\"", null)]
    [InlineData("<https://a.test/2>; rel=\"nextish\"", null)]
    [InlineData("<https://a.test/2>", null)]
    [InlineData("https://a.test/2; rel=\"next\"", null)]
    [InlineData("<https://a.test/2; rel=\"next\"", null)]
    [InlineData("", null)]
    public void Next_EachForm_IsReadAsWritten(string header, string? expected)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("Link", header);

        LinkHeader.Next(response.Headers).ShouldBe(expected);
    }

    [Fact]
    public void Next_SeveralHeaders_LooksAtAll()
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("Link", ["<https://a.test/1>; rel=\"prev\"", "<https://a.test/3>; rel=\"next\""]);

        LinkHeader.Next(response.Headers).ShouldBe("https://a.test/3");
        LinkHeader.Find(response.Headers, "prev").ShouldBe("https://a.test/1");
    }
}
