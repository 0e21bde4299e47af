using System.Diagnostics.Metrics;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Running;

namespace Support.Sdk.Webinars.Tests;

/// <summary>What operators measure of imports; the names stand in docs/telemetry.md.</summary>
[Requirement("WBN-11")]
public sealed class ImportTelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfSeveralChunks_CountsEachRowByItsOutcome()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world, configure: options => (options.ChunkRows, options.BulkThreshold) = (200, 1));
        using var measured = new Measured(host.Meters);
        world.AddContact(WebinarPerson.Of(1).Email, "Old");
        world.AddContact(WebinarPerson.Of(2).Email);
        world.AddContact(WebinarPerson.Of(2).Email);
        world.Salesforce.AddDuplicateRule(new SalesforceDuplicateRule("Contact", "No twins", ["Title"]) { AllowSave = false });
        world.AddContact("other@example.com", title: "Taken");
        var campaign = world.Salesforce.AddRecord("Campaign", ("Name", "Spring"));
        var webinar = world.AddWebinar(450, static index => index switch
        {
            3 => WebinarPerson.Of(3) with { LastName = "" },
            4 => WebinarPerson.Of(4) with { JobTitle = "Taken" },
            5 => WebinarPerson.Of(6),
            _ => WebinarPerson.Of(index) with { JobTitle = $"Title {index}" },
        });

        var counts = (await host.ImportAsync(new(webinar, Documents.Contact(campaign: CampaignLink.CampaignMembers)) { CampaignId = campaign })).Counts;

        measured.Of("support.import.rows").ShouldBe(Nonzero(
            ("conflict", counts.Conflicts), ("created", counts.Created), ("failed", counts.Failed), ("invalid", counts.Invalid), ("repeated", counts.Repeated), ("updated", counts.Updated)));
        measured.Of("support.import.memberships").ShouldBe(Nonzero(("linked", counts.Linked)));
        counts.ShouldSatisfyAllConditions(
            () => counts.Conflicts.ShouldBe(1), () => counts.Failed.ShouldBe(1), () => counts.Invalid.ShouldBe(1), () => counts.Repeated.ShouldBe(1), () => counts.Updated.ShouldBe(1),
            () => counts.Created.ShouldBe(445), () => counts.Linked.ShouldBe(446));
        measured.Durations("support.import.chunk.duration").ShouldBe(["", "", ""]);
        measured.Durations("support.import.run.duration").ShouldBe(["completed"]);
        measured.Seconds("support.import.chunk.duration").ShouldBeGreaterThan(0, "its jobs were waited for");
        measured.Seconds("support.import.run.duration").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_EachEnd_IsCountedUnderItsName_AndNoRowTwice()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        using var measured = new Measured(host.Meters);
        var webinar = world.AddWebinar(3_000);
        var request = new WebinarImportRequest(webinar, Documents.Contact());
        using (var preview = (await host.Imports.PreviewAsync(request, ImportHost.Anna, keep: true, Cancel)).ValueOrThrow())
        {
            _ = await preview.ReadAsync(Cancel).CountAsync(Cancel);
            request = request with { Plan = preview.Id };
        }

        world.AddContact(WebinarPerson.Of(8).Email, "Came between");
        var import = await host.ImportAsync(request);
        world.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Times(1).Respond(403, body: """[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""");
        await host.RunAsync(host.Imports.AcceptDriftAsync(import.Id, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask());

        // Five calls bring the chunk that was refused to its end: it is progress, whichever it was.
        world.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Skip(7).Times(1).Respond(503);
        await host.RunAsync(host.Imports.ResumeAsync(import.Id, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask());
        await host.RunAsync(host.Work.RunAllAsync(Cancel));

        (await host.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Counts.ShouldBe(new ImportCounts { Rows = 3_000, Created = 2_999, Updated = 1 });
        measured.Durations("support.import.run.duration").ShouldBe(["drifted", "failed", "interrupted", "completed"]);
        measured.Of("support.import.rows").ShouldBe(Nonzero(("created", 2_999), ("updated", 1)));
    }

    private static List<string> Nonzero(params (string Outcome, long Count)[] counts) => [.. counts.Where(count => count.Count > 0).Select(count => $"{count.Outcome} {count.Count}")];

    /// <summary>Hears the instruments of imports of one host: other tests run beside this one.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly MeterListener _listener;
        private readonly List<(string Instrument, string Outcome, double Value)> _values = [];

        public Measured(IMeterFactory meters)
        {
            _listener = new MeterListener
            {
                InstrumentPublished = (instrument, self) =>
                {
                    if (instrument.Name.StartsWith("support.import.", StringComparison.Ordinal) && instrument.Meter.Scope == meters)
                    {
                        self.EnableMeasurementEvents(instrument);
                    }
                },
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        /// <summary>The sums by outcome.</summary>
        public List<string> Of(string instrument) =>
            [.. Values(instrument).GroupBy(value => value.Outcome).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Sum(value => value.Value)}")];

        /// <summary>The outcomes, in their order.</summary>
        public List<string> Durations(string instrument) => [.. Values(instrument).Select(value => value.Outcome)];

        public double Seconds(string instrument) => Values(instrument).Max(value => value.Value);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (_gate)
            {
                _values.Add((instrument.Name, tags is [var (key, outcome)] && key == "support.outcome" ? (string)outcome! : "", value));
            }
        }

        private List<(string Instrument, string Outcome, double Value)> Values(string instrument)
        {
            lock (_gate)
            {
                return [.. _values.Where(value => value.Instrument == instrument)];
            }
        }
    }
}
