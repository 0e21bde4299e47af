using System.Net;
using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.Http.Tests;

public class RetryAfterHeaderTests
{
    private readonly SupportHttpOptions _options = new() { DefaultRetryAfter = TimeSpan.FromSeconds(10) };

    [Theory]
    [InlineData("7", 7, true)]
    [InlineData(" 7 ", 7, true)]
    [InlineData("2.5", 2.5, true)]
    [InlineData("0", 1, true)]
    [InlineData("-30", 1, true)]
    [InlineData("999999999999999999999999", 3600, true)]
    [InlineData("1e400", 3600, true)]
    [InlineData("Mon, 02 Mar 2026 09:00:42 GMT", 42, true)]
    [InlineData("Monday, 02-Mar-26 09:00:42 GMT", 42, true)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 1, true)]
    [InlineData("Mon, 02 Mar 2099 09:00:00 GMT", 3600, true)]
    [InlineData("rand(30),add(30)", 10, false)]
    [InlineData("soon", 10, false)]
    [InlineData("NaN", 10, false)]
    [InlineData("", 10, false)]
    public void Read_EachForm_GivesTheWait(string header, double seconds, bool isReadable)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        var demand = RetryAfterHeader.Read(response, _options, new ManualTimeProvider());

        demand.ShouldBe(new(TimeSpan.FromSeconds(seconds), isReadable));
    }

    [Fact]
    public void Read_NoHeader_DemandsNothing() =>
        RetryAfterHeader.Read(new HttpResponseMessage(HttpStatusCode.TooManyRequests), _options, new ManualTimeProvider()).ShouldBeNull();
}
