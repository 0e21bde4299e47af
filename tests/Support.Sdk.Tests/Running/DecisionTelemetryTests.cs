using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Running;

namespace Support.Sdk.Tests.Running;

public sealed class DecisionTelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_EachOutcome_IsCountedUnderItsName()
    {
        await using var tower = new BellTower();
        var meters = tower.Services.GetRequiredService<IMeterFactory>();
        List<string> counted = [];
        using var listener = new MeterListener
        {
            // Only this host's meter: other tests run beside this one.
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "support.machine.decisions" && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(string.Join(' ', Tag(tags, "support.outcome"), Tag(tags, "support.refusal")).TrimEnd()));
        listener.Start();
        var stream = BellMachine.Stream("a");
        var wind = new BellCommand.Wind(TimeSpan.FromHours(1), "c");
        var keyed = new CommandOptions { Key = CommandKey.Create("k1", "wind"u8) };

        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, keyed, Cancel);
        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, keyed, Cancel);
        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, Cancel);
        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, new CommandOptions { ExpectedVersion = 9 }, Cancel);
        await tower.Runner.ExecuteAsync(stream, wind, BellTower.Anna, new CommandOptions { Key = CommandKey.Create("k1", "other"u8) }, Cancel);

        counted.ShouldBe(["accepted", "repeated", "nothing", "refused support.version-changed", "refused support.key-reused"]);
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
