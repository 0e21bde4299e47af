using System.Globalization;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Running;
using Support.Sdk.Testing;

namespace Support.Sdk.Webinars.Tests;

/// <summary>
/// The process dies after every single step of an import, before and after each call to a vendor and each write to the store and the ledger, and another takes over: exactly one record for each key, and a
/// report of every row.
/// </summary>
public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("at once", 2_000, 1_000, 100_000, InsertMode.Upsert, false)]
    [InlineData("by jobs", 2_000, 1_000, 300, InsertMode.Upsert, false)]
    [InlineData("new for each webinar", 500, 250, 100_000, InsertMode.InsertNewForEachWebinar, false)]
    [InlineData("new for each webinar by jobs", 500, 250, 100, InsertMode.InsertNewForEachWebinar, false)]
    [InlineData("changed and linked", 400, 200, 100_000, InsertMode.Upsert, true)]
    [InlineData("changed and linked by jobs", 400, 200, 50, InsertMode.Upsert, true)]
    [Requirement("WBN-11")]
    public async Task Import_WithACrashAtEveryStep_LeavesOneRecordPerKeyAndACompleteReport(string way, int rows, int chunk, int threshold, InsertMode mode, bool isLinked)
    {
        await using var world = await World.StartAsync();
        var directory = Directory.CreateTempSubdirectory("support-sdk-import");
        try
        {
            // The last tenth repeats the first.
            var webinar = world.AddWebinar(rows, index => WebinarPerson.Of(index % (rows * 9 / 10)));
            var steps = 0;
            for (; ; steps++)
            {
                var crash = new CrashPlan(steps);
                await PlayAsync(world, webinar, Path.Combine(directory.FullName, string.Create(CultureInfo.InvariantCulture, $"{steps}.db")), crash, rows, chunk, threshold, mode, isLinked);
                if (!crash.HasStruck)
                {
                    break;
                }
            }

            steps.ShouldBeGreaterThan(40, "otherwise the crashes strike nothing");
            TestContext.Current.SendDiagnosticMessage($"{way}: {steps} steps, a crash at each");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task PlayAsync(World world, string webinar, string database, CrashPlan crash, int rows, int chunk, int threshold, InsertMode mode, bool isLinked)
    {
        var people = rows * 9 / 10;
        var name = string.Create(CultureInfo.InvariantCulture, $"Visitor{crash.At}__c");
        world.AddObject(name);
        var (beside, known, campaign) = (0, 0, (string?)null);
        if (isLinked)
        {
            for (; known < people / 2; known++)
            {
                world.Salesforce.AddRecord(name, ("Name", "Known"), ("Email__c", WebinarPerson.Of(known).Email), ("LastName__c", "Known"));
            }

            campaign = world.Salesforce.AddRecord("Campaign", ("Name", name));
            world.AddMemberObject(MembersOf(name), name);
        }

        if (mode == InsertMode.InsertNewForEachWebinar)
        {
            // Who stands there already, not imported for this webinar, is not to be taken for the new record.
            for (; beside < 20; beside++)
            {
                world.Salesforce.AddRecord(name, ("Name", "Beside"), ("Email__c", WebinarPerson.Of(beside).Email), ("LastName__c", "Beside"));
            }
        }

        await using (await HostAsync(world, database, null, chunk, threshold, name))
        {
            // The configuration stands before the process that dies.
        }

        var request = new WebinarImportRequest(webinar, Documents.Custom(name, mode, isLinked ? CampaignLink.WebexWebinarCampaignMembers : CampaignLink.None)) { CampaignId = campaign };
        await using (var victim = await HostAsync(world, database, crash, chunk, threshold, name))
        {
            try
            {
                await victim.RunAsync(victim.Imports.StartAsync(request, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask());
            }
            catch (Exception) when (crash.HasStruck)
            {
                // Whatever the dying process made of its own death.
            }
        }

        var because = string.Create(CultureInfo.InvariantCulture, $"the crash struck at step {crash.At} ({crash.Struck})");
        await using var survivor = await HostAsync(world, database, null, chunk, threshold, name);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await survivor.RunAsync(survivor.Work.RunAllAsync(Cancel));
        var import = (await survivor.Imports.ListAsync(ImportHost.Anna, webinar, Cancel).ToListAsync(Cancel)).SingleOrDefault(found => found.Order.Mapping.Object == name);
        if (import is null)
        {
            // It died before the import was there: whoever asked for it asks again.
            import = (await survivor.TryImportAsync(request)).ValueOrThrow();
        }

        import.Status.ShouldBe(ImportStatus.Completed, because + ": " + import.Fault);
        world.Salesforce.Count(name).ShouldBe(people + beside, because);
        var emails = world.Salesforce.Query($"SELECT Email__c, LastName__c FROM {name}").Where(record => record["LastName__c"] != "Beside").Select(record => record["Email__c"]).ToList();
        emails.Count.ShouldBe(people, because);
        emails.Distinct().Count().ShouldBe(people, because);
        var report = await survivor.RowsAsync(import.Id);
        report.Select(row => row.Number).ShouldBe(Enumerable.Range(1, rows).Select(number => (long)number), because);
        report.Count(row => row.RecordId is not null).ShouldBe(people, because);
        report.Where(row => row.RecordId is not null).Select(row => row.RecordId).Distinct().Count().ShouldBe(people, because);
        import.Counts.Rows.ShouldBe(rows, because);
        import.Counts.Repeated.ShouldBe(rows - people, because);
        import.Counts.Undone.ShouldBe(0, because);
        (import.Counts.Created + import.Counts.Updated + import.Counts.Unchanged).ShouldBe(people, because);
        import.Counts.Created.ShouldBe(people - known, because);
        if (isLinked)
        {
            world.Salesforce.Count(MembersOf(name)).ShouldBe(people, because);
            world.Salesforce.Query($"SELECT Record__c FROM {MembersOf(name)} WHERE Campaign__c = '{campaign}'").Select(member => member["Record__c"]).Distinct().Count().ShouldBe(people, because);
            world.Salesforce.Query($"SELECT Id FROM {name} WHERE LastName__c = 'Known'").ShouldBeEmpty(because);
            report.Count(row => row.Memberships is [{ IsDone: true }]).ShouldBe(people, because);
        }

        (await survivor.Ledger.ReadAsync(new("", name, webinar), Cancel).CountAsync(Cancel)).ShouldBe(people, because);
        (await survivor.Ledger.ReadChunksAsync(import.Id, cancellationToken: Cancel).ToListAsync(Cancel)).Count(kept => !ImportChunks.HasResults(kept.Content.Span)).ShouldBe(0, because);
    }

    private static Task<ImportHost> HostAsync(World world, string database, CrashPlan? crash, int chunk, int threshold, string name) => ImportHost.StartAsync(
        world,
        database,
        crash,
        options =>
        {
            options.ChunkRows = chunk;
            options.BulkThreshold = threshold;
            options.LookupRows = 500;
        },
        salesforce =>
        {
            var members = salesforce.Webinars.WebinarCampaignMembers;
            (members.ObjectName, members.CampaignField) = (MembersOf(name), "Campaign__c");
            members.RecordFields[name] = "Record__c";
        });

    private static string MembersOf(string name) => name.Replace("Visitor", "Member", StringComparison.Ordinal);
}
