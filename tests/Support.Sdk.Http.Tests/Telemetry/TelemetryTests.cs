using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class TelemetryTests
{
    [Fact]
    public async Task Send_Retried_MeasuresTheWholeCallInSeconds()
    {
        await using var host = new VendorHost();
        using var meter = new MeterReader(host.Meters);
        host.Vendor.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "17")).Answer(HttpStatusCode.OK, """{"id":1}""");

        await host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe));

        var duration = meter.Single("support.http.request.duration");
        duration.Unit.ShouldBe("s");
        duration.Value.ShouldBe(17, 0.2);
        duration.Tags.ShouldBe("support.operation=acme.things.do support.outcome=succeeded support.vendor=acme");
        meter.Single("support.http.retries").Value.ShouldBe(1);
        meter.Single("support.http.limiter.wait").Value.ShouldBe(0);
    }

    [Fact]
    public async Task Send_TokenRefreshed_IsCounted()
    {
        await using var host = OAuthHost.Create();
        using var meter = new MeterReader(host.Meters);
        await host.StoreAsync("a1", TimeSpan.FromSeconds(-1));
        host.TokenEndpoint.Answer(HttpStatusCode.OK, OAuthHost.Answer("a2"));

        await host.DoAsync(RetryMeaning.Safe);

        meter.Single("support.http.token.refreshes").Tags.ShouldBe("support.outcome=succeeded support.vendor=acme");
    }

    [Fact]
    public async Task Send_Listened_MakesOneSpanWithAnEventPerAttempt()
    {
        await using var host = new VendorHost(account: "spans");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Support.Sdk.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        host.Vendor.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.NotFound, """{"message":"x"}""");

        await Should.ThrowAsync<SupportRequestException>(host.Clock.RunAsync(host.DoAsync(RetryMeaning.Safe)));

        var span = spans.Where(span => (string?)span.GetTagItem("support.account") == "spans").ShouldHaveSingleItem();
        span.OperationName.ShouldBe("acme.things.do");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.Events.Select(attempt => attempt.Tags.Single(tag => tag.Key == "http.response.status_code").Value).ShouldBe([502, 404]);
    }

    private sealed class MeterReader : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, string? Unit, double Value, string Tags)> _measured = new();

        public MeterReader(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Support.Sdk.Http" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public (string Name, string? Unit, double Value, string Tags) Single(string name) => _measured.Where(measured => measured.Name == name).ShouldHaveSingleItem();

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _measured.Enqueue((
            instrument.Name, instrument.Unit, value, string.Join(" ", tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))));
    }
}
