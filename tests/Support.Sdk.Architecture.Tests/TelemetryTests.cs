using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.PostgreSql;
using Support.Sdk.Stores;
using Support.Sdk.Webex;

namespace Support.Sdk.Architecture;

public sealed partial class TelemetryTests
{
    [Fact]
    public async Task Instruments_OfAllPackages_AreThoseOfTheDocumentation()
    {
        var path = Path.Combine(Path.GetTempPath(), $"support-sdk-telemetry-{Environment.ProcessId}.db");
        var published = new HashSet<(string Meter, string Name, string Kind, string Unit)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith(Packages.Prefix, StringComparison.Ordinal))
                {
                    lock (published)
                    {
                        published.Add((instrument.Meter.Name, instrument.Name, KindOf(instrument), instrument.Unit ?? ""));
                    }
                }
            },
        };
        listener.Start();
        var services = new ServiceCollection().AddSupportSdk().AddSqliteStore(path);
        services.AddWebex(options => options.AccessToken = "token");
        await using (var provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<MeetingWorkflow>();
            provider.GetRequiredService<IMachineStore>();
            provider.GetRequiredService<WebexClient>();
            await using var shared = new PostgreSqlMachineStore(
                new PostgreSqlStoreOptions { ConnectionString = "Host=127.0.0.1" }, meterFactory: provider.GetRequiredService<IMeterFactory>());
        }

        File.Delete(path);
        lock (published)
        {
            published.ShouldBe(Documented(), ignoreOrder: true);
        }
    }

    [Fact]
    public void Meters_OfTheDocumentation_AreNamedAsPackages() => Documented().Select(row => row.Meter).Distinct().Except(Packages.Names).ShouldBeEmpty();

    private static List<(string Meter, string Name, string Kind, string Unit)> Documented() =>
    [
        .. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "telemetry.md")))
            .Select(row => (row.Groups["meter"].Value, row.Groups["name"].Value, row.Groups["kind"].Value, row.Groups["unit"].Value)),
    ];

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    [GeneratedRegex(@"^\| `(?<meter>[\w.]+)` \| `(?<name>[\w.]+)` \| (?<kind>counter|updowncounter|histogram) \| `(?<unit>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
