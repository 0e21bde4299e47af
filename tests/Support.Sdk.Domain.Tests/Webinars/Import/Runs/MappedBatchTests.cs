using System.Text.Json;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

[Requirement("WBN-11")]
public sealed class MappedBatchTests
{
    [Fact]
    public async Task Insert_ColumnsThatNoRowWrites_AreLeftOut()
    {
        var batch = Batch(RecordOperation.Insert, await PrepareAsync(
            new FakeRecords(),
            FakeRecords.Row(1, " Zoë@Example.com ", first: "", last: "O'Hara, \\\"Z\\\""),
            FakeRecords.Row(2, "b@example.com", first: "", last: "=1+1")));

        Csv(batch).ShouldBe("Email,LastName\nZoë@Example.com,\"O'Hara, \"\"Z\"\"\"\nb@example.com,=1+1\n");
        Json(batch, 0).ShouldBe("""{"Email":"Zoë@Example.com","LastName":"O'Hara, \"Z\""}""");
        Json(batch, 1).ShouldBe("""{"Email":"b@example.com","LastName":"=1+1"}""");
        (batch.ObjectName, batch.Operation, batch.Count, batch.CorrelationColumn).ShouldBe(("Contact", RecordOperation.Insert, 2, "Email"));
        batch.CorrelationOf(0).ShouldBe("Zoë@Example.com");
    }

    [Fact]
    public async Task Insert_ValueThatOneRowLacks_IsAnEmptyCellAndNoProperty()
    {
        var batch = Batch(RecordOperation.Insert, await PrepareAsync(new FakeRecords(), FakeRecords.Row(1, "a@example.com", first: ""), FakeRecords.Row(2, "b@example.com")));

        Csv(batch).ShouldBe("Email,FirstName,LastName\na@example.com,,L\nb@example.com,F,L\n");
        Json(batch, 0).ShouldBe("""{"Email":"a@example.com","LastName":"L"}""");
    }

    [Fact]
    public async Task Update_HeaderAndRows_BeginWithTheRecord_AndNameNoKey()
    {
        var records = new FakeRecords(FakeRecords.Person("003A", "a@example.com", "F", "Old"), FakeRecords.Person("003B", "b@example.com", "F", "Old"));
        var batch = Batch(RecordOperation.Update, await PrepareAsync(records, FakeRecords.Row(1, "a@example.com", last: "Né, e"), FakeRecords.Row(2, "b@example.com", last: "New")));

        Csv(batch).ShouldBe("Id,LastName\n003A,\"Né, e\"\n003B,New\n");
        Json(batch, 0).ShouldBe("""{"Id":"003A","LastName":"Né, e"}""");
        Json(batch, 1).ShouldBe("""{"Id":"003B","LastName":"New"}""");
        (batch.CorrelationColumn, batch.CorrelationOf(1)).ShouldBe(("Id", "003B"));
    }

    [Fact]
    public async Task Update_RowsThatWriteDifferentFields_LeaveTheOthersAsTheyAre()
    {
        var records = new FakeRecords(FakeRecords.Person("003A", "a@example.com", "F", "Old"), FakeRecords.Person("003B", "b@example.com", "Old", "L"));
        var batch = Batch(RecordOperation.Update, await PrepareAsync(records, FakeRecords.Row(1, "a@example.com"), FakeRecords.Row(2, "b@example.com")));

        Csv(batch).ShouldBe("Id,FirstName,LastName\n003A,,L\n003B,F,\n");
        Json(batch, 0).ShouldBe("""{"Id":"003A","LastName":"L"}""");
        Json(batch, 1).ShouldBe("""{"Id":"003B","FirstName":"F"}""");
    }

    [Fact]
    public async Task Write_RowsOfEverySort_SaysTheSameInCsvAndInJson()
    {
        var rows = await ImportSamples.PrepareAsync(
        [
            """{"email":"x@example.com","lastName":"日本, \"語\"\n","city":" x ","zipCode":45000,"companyName":"cisco"}""",
            """{"email":"b@example.com","displayName":"F =1+1","panelist":true}""",
        ]);
        var batch = new MappedBatch(ImportSamples.Plan, RecordOperation.Insert, rows) { Account = "" };
        var header = Tests.Webinars.Csv.Parse(Written.Text(batch.WriteCsvHeader));
        header.ShouldBe(["Key__c", "Needed__c", "Short__c", "Table__c", "Zip__c", "Host__c", "Email__c"]);

        for (var i = 0; i < batch.Count; i++)
        {
            var cells = Tests.Webinars.Csv.Parse(Written.Text(output => batch.WriteCsv(i, output)));
            using var json = JsonDocument.Parse(Json(batch, i));
            header.Zip(cells).Where(static cell => cell.Second.Length > 0).Select(static cell => (cell.First, cell.Second))
                .ShouldBe(json.RootElement.EnumerateObject().Select(static property => (property.Name, property.Value.ToString() is "True" ? "true" : property.Value.ToString())));
        }
    }

    [Fact]
    public void Create_WithoutPlanOrRows_Throws()
    {
        Should.Throw<ArgumentNullException>(static () => new MappedBatch(null!, RecordOperation.Insert, []) { Account = "" });
        Should.Throw<ArgumentNullException>(static () => new MappedBatch(FakeRecords.Contact, RecordOperation.Insert, null!) { Account = "" });
    }

    private static MappedBatch Batch(RecordOperation operation, IReadOnlyList<PreparedRow> rows) => new(FakeRecords.Contact, operation, rows) { Account = "acme" };

    private static async Task<IReadOnlyList<PreparedRow>> PrepareAsync(FakeRecords records, params ImportRow[] rows)
    {
        using var planner = new ImportPlanner(FakeRecords.Contact, "webinar", records);
        var plans = await planner.PlanBatchAsync(rows, TestContext.Current.CancellationToken);
        plans.ShouldAllBe(static plan => plan.Action == RowAction.Insert || plan.Action == RowAction.Update);
        return [.. plans.Select(static plan => PreparedRow.Of(plan, ParticipantKind.Registrant))];
    }

    private static string Csv(RecordBatch batch) => Written.Text(output =>
    {
        batch.WriteCsvHeader(output);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.WriteCsv(i, output);
        }
    });

    private static string Json(RecordBatch batch, int index) => Written.Text(output => batch.WriteJson(index, output));
}
