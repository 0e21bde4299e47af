using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.Http.Tests;

public class WebhookTimestampTests
{
    [Theory]
    [InlineData("2026-03-02T09:00:00Z", null)]
    [InlineData("2026-03-02T08:55:00Z", null)]
    [InlineData("2026-03-02T10:05:00+01:00", null)]
    [InlineData("2026-03-02T08:54:59Z", WebhookRejection.Stale)]
    [InlineData("2026-03-02T09:05:01Z", WebhookRejection.Stale)]
    [InlineData("yesterday", WebhookRejection.MalformedTimestamp)]
    [InlineData(null, WebhookRejection.MissingTimestamp)]
    public void Check_FiveMinutes_AcceptsBothSides(string? timestamp, string? reason) =>
        WebhookTimestamp.Check(timestamp, TimeSpan.FromMinutes(5), new ManualTimeProvider()).Reason.ShouldBe(reason);
}
