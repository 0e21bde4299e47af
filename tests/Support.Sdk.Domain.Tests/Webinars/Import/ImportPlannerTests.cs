using System.Globalization;
using Shouldly;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.Import.FakeRecords;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class ImportPlannerTests
{
    private static readonly MappingPlan InsertNew = MappingPlan.Compile(Mappings.OfContact with { InsertMode = InsertMode.InsertNewForEachWebinar }, Targets.Contact);

    [Fact]
    [Requirement("WBN-10")]
    public async Task Plan_RowsOfEveryKind_SaysForEachWhatWouldBeDoneAndWhy()
    {
        var records = new FakeRecords(
            Person("003A", "ann@example.com", "Ann", "Old"),
            Person("003B", "bob@example.com", "F", "L"),
            Person("003C", "cid@example.com"),
            Person("003D", "Cid@Example.com"));
        using var planner = new ImportPlanner(Contact, "webinar", records);

        var plans = await PlanAsync(planner,
        [
            Row(1, "new@example.com"),
            Row(2, "ann@example.com", "Ann", "New"),
            Row(3, "bob@example.com"),
            Row(4, "cid@example.com"),
            Row(5, "last@example.com", last: ""),
            Row(6, "nobody"),
            Row(7, " NEW@example.com "),
            Row(8, "ann"),
        ]);

        plans.Select(plan => (plan.Row.Number, plan.Row.SourceId, plan.Action, plan.Verdict.Reason, plan.Record?.Id)).ShouldBe(
        [
            (1, "w1", RowAction.Insert, ImportReason.New, null),
            (2, "w2", RowAction.Update, ImportReason.Found, "003A"),
            (3, "w3", RowAction.Skip, ImportReason.Unchanged, "003B"),
            (4, "w4", RowAction.Conflict, ImportReason.Several, null),
            (5, "w5", RowAction.Invalid, ImportReason.Incomplete, null),
            (6, "w6", RowAction.Invalid, ImportReason.Unusable, null),
            (7, "w7", RowAction.Skip, ImportReason.Repeated, null),
            (8, "w8", RowAction.Invalid, ImportReason.Unusable, null),
        ]);
        plans[0].GetChanges().Select(change => (change.Field.Name, change.Before, change.After)).ShouldBe([("Email", null, "new@example.com"), ("FirstName", null, "F"), ("LastName", null, "L")]);
        plans[1].GetChanges().Select(change => (change.Field.Name, change.Before, change.After)).ShouldBe([("LastName", "Old", "New")]);
        plans.Skip(2).ShouldAllBe(plan => plan.GetChanges().IsEmpty);
        planner.Summary.ShouldSatisfyAllConditions(
            one => one.Rows.ShouldBe(8),
            one => one.Inserts.ShouldBe(1),
            one => one.Updates.ShouldBe(1),
            one => one.Skips.ShouldBe(2),
            one => one.Repeated.ShouldBe(1),
            one => one.Conflicts.ShouldBe(1),
            one => one.Invalid.ShouldBe(3));
        plans.Select(Write).ShouldBe(
        [
            "No record has this key: a new one is made.",
            "The record 003A has this key and is updated.",
            "The record 003B keeps its values: there is nothing to change.",
            "2 records have this key, among them 003C, 003D. Please merge them, or change the key of those that are not meant.",
            "A new record needs values that the participant does not have: Last Name. Please add them, or let the mapping give a constant.",
            "The participant cannot be imported; values that are wrong: 1. Please correct them.",
            "Row 1 has the same key and stands for this person. This row is not imported.",
            "The participant cannot be imported; values that are wrong: 1. Please correct them.",
        ]);
        plans[5].DescribeIssues().ShouldHaveSingleItem().Code.ShouldBe("webinars.row-not-email");
    }

    [Fact]
    public async Task Plan_NewRecordsForEachWebinar_UpdatesOnlyWhatThisWebinarImported()
    {
        var records = new FakeRecords(
            Person("003A", "a@example.com", "Other", "Webinar"),
            Person("003B", "b@example.com", "Old", "L", imported: true),
            Person("003C", "c@example.com", "Other", "Webinar"),
            Person("003D", "c@example.com", "Old", "L", imported: true),
            Person("003E", "d@example.com", imported: true),
            Person("003F", "d@example.com", imported: true));
        using var planner = new ImportPlanner(InsertNew, "webinar", records);

        var plans = await PlanAsync(planner, [.. "abcd".Select((name, index) => Row(index + 1, $"{name}@example.com", plan: InsertNew))]);

        plans.Select(plan => (plan.Action, plan.Verdict.Reason, plan.Record?.Id)).ShouldBe(
        [
            (RowAction.Insert, ImportReason.NewForWebinar, null),
            (RowAction.Update, ImportReason.FoundForWebinar, "003B"),
            (RowAction.Update, ImportReason.FoundForWebinar, "003D"),
            (RowAction.Conflict, ImportReason.SeveralForWebinar, null),
        ]);
        plans[0].GetChanges().Length.ShouldBe(3);
        plans[2].GetChanges().Select(change => (change.Before, change.After)).ShouldBe([("Old", "F")]);
        Write(plans[3]).ShouldBe("2 records with this key were imported for this webinar, among them 003E, 003F. Please merge them.");
        records.Queries.ShouldHaveSingleItem().WebinarId.ShouldBe("webinar");
    }

    [Fact]
    public async Task Plan_NewRecordsButUniqueKey_IsAConflictThatSalesforceWouldRefuse()
    {
        var plan = MappingPlan.Compile(Mappings.With() with { InsertMode = InsertMode.InsertNewForEachWebinar }, Targets.Visitor);
        using var planner = new ImportPlanner(plan, "webinar", new FakeRecords(new ExistingRecord("a01", "a@example.com", ["a@example.com"])));

        var plans = await PlanAsync(planner, [Row(1, "a@example.com", plan: plan)]);

        (plans[0].Action, plans[0].Verdict.Reason).ShouldBe((RowAction.Conflict, ImportReason.KeyTaken));
        Write(plans[0]).ShouldContain("a01");
    }

    [Theory]
    [InlineData(FieldPolicy.Always, "Old", true)]
    [InlineData(FieldPolicy.Always, null, true)]
    [InlineData(FieldPolicy.IfEmpty, "Old", false)]
    [InlineData(FieldPolicy.IfEmpty, null, true)]
    [InlineData(FieldPolicy.IfEmpty, "", true)]
    [InlineData(FieldPolicy.NeverOverwrite, "Old", false)]
    [InlineData(FieldPolicy.NeverOverwrite, null, false)]
    public async Task Plan_FieldsPolicy_DecidesWhetherThereIsAnythingToChange(FieldPolicy policy, string? existing, bool changes)
    {
        var mapping = Mappings.OfContact;
        var plan = MappingPlan.Compile(mapping with { Fields = [mapping.Fields[0], mapping.Fields[1] with { Policy = policy }, mapping.Fields[2]] }, Targets.Contact);
        using var planner = new ImportPlanner(plan, "webinar", new FakeRecords(Person("003A", "A@example.com", existing, "L")));

        var row = (await PlanAsync(planner, [Row(1, "a@example.com", "New", plan: plan)]))[0];

        row.Verdict.ShouldBe(changes ? new(RowAction.Update, ImportReason.Found) : new(RowAction.Skip, ImportReason.Unchanged));
        row.Writes.ShouldBe([false, changes, false]);
        row.Record!.Id.ShouldBe("003A");
    }

    [Fact]
    public async Task Plan_EmptyValues_NeverClearWhatARecordHas()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords(Person("003A", "a@example.com", "Old", "Name")));

        (await PlanAsync(planner, [Row(1, "a@example.com", "", "")]))[0].Verdict.ShouldBe(new(RowAction.Skip, ImportReason.Unchanged));
    }

    [Theory]
    [InlineData("Joined__c", "registrationTime", "2021-09-07T09:29:13+08:00", "2021-09-07T01:29:13.000+0000", true)]
    [InlineData("Joined__c", "registrationTime", "2021-09-07T09:29:13+08:00", "2021-09-07T01:29:14.000+0000", false)]
    [InlineData("Amount__c", "zipCode", "12", "12.0", true)]
    [InlineData("Amount__c", "zipCode", "12", "12.5", false)]
    [InlineData("Amount__c", "zipCode", "12", "many", false)]
    [InlineData("Email__c", "email", "Bob@Example.com", "bob@example.com", true)]
    [InlineData("Topics__c", "city", "A;B", "B;A", true)]
    [InlineData("Topics__c", "city", "A;B", "A", false)]
    [InlineData("Host__c", "host", "true", "True", true)]
    [InlineData("Host__c", "host", "true", "false", false)]
    [InlineData("Other__c", "city", "Lyon", "lyon", false)]
    [InlineData("Other__c", "city", "Lyon ", "Lyon", true)]
    public async Task Plan_ValueInAnotherStyle_IsNoChange(string field, string source, string value, string existing, bool isSame)
    {
        var plan = MappingPlan.Compile(Mappings.With(Mappings.Pair(field, source)), Targets.Visitor);
        using var planner = new ImportPlanner(plan, "webinar", new FakeRecords(new ExistingRecord("a01", source == "email" ? value : "a@example.com", ["a@example.com", existing])));

        var json = $$"""{"id":"w","email":"a@example.com","{{source}}":"{{value}}"}""";
        var mapped = ImportRow.Of(plan.Read(json, source == "host" ? ParticipantKind.Attendee : ParticipantKind.Registrant), 1);

        var row = (await PlanAsync(planner, [mapped]))[0];

        mapped.Issues.ShouldBeEmpty();
        mapped.GetText(1).ShouldNotBeNull();
        row.Action.ShouldBe(isSame ? RowAction.Skip : RowAction.Update);
    }

    [Fact]
    public async Task Plan_ManyRows_AsksOnceForEachBatchAndForEachKey()
    {
        var records = new FakeRecords();
        using var planner = new ImportPlanner(Contact, "webinar", records);

        _ = await PlanAsync(planner, [Row(1, "a@example.com"), Row(2, "A@example.com"), Row(3, "b@example.com"), Row(4, "a@example.com"), Row(5, "nobody"), Row(6, "B@example.com")], batchSize: 3);

        var query = records.Queries.ShouldHaveSingleItem("The second batch has nothing that is not known.");
        query.Keys.ShouldBe(["a@example.com", "b@example.com"]);
        (query.Object, query.KeyField.Name).ShouldBe(("Contact", "Email"));
        query.Fields.ShouldBe(["Email", "FirstName", "LastName"]);
    }

    [Fact]
    public async Task PlanBatch_LookupFails_KeepsNothingAndCanBeRepeated()
    {
        var records = new FakeRecords { Failure = new InvalidOperationException("down") };
        using var planner = new ImportPlanner(Contact, "webinar", records);
        ImportRow[] rows = [Row(1, "a@example.com")];
        await Should.ThrowAsync<InvalidOperationException>(async () => await planner.PlanBatchAsync(rows, TestContext.Current.CancellationToken));
        planner.Summary.Rows.ShouldBe(0);

        records.Failure = null;
        var plans = await planner.PlanBatchAsync(rows, TestContext.Current.CancellationToken);

        plans[0].Action.ShouldBe(RowAction.Insert);
    }

    [Fact]
    public async Task PlanBatch_WrongArguments_NamesThem()
    {
        using var planner = new ImportPlanner(Contact, "webinar", new FakeRecords(new ExistingRecord("003A", "a@example.com", ["a@example.com"])));
        var other = await Should.ThrowAsync<ArgumentException>(async () => await planner.PlanBatchAsync([Row(1, "a@example.com", plan: InsertNew)], TestContext.Current.CancellationToken));
        other.ParamName.ShouldBe("rows");
        var contract = await Should.ThrowAsync<InvalidOperationException>(async () => await planner.PlanBatchAsync([Row(1, "a@example.com")], TestContext.Current.CancellationToken));
        contract.Message.ShouldContain("003A");
        Should.Throw<ArgumentOutOfRangeException>(() => planner.PlanAsync(Stream<ImportRow>([]), 0)).ParamName.ShouldBe("batchSize");
        Should.Throw<ArgumentException>(() => new ImportPlanner(Contact, " ", new FakeRecords())).ParamName.ShouldBe("webinarId");
        Should.Throw<ArgumentOutOfRangeException>(() => Row(0, "a@example.com")).ParamName.ShouldBe("number");
    }

    [Fact]
    public void WriteCsv_OfARow_GivesTheBytesOfTheMappedRow()
    {
        const string Json = """{"id":"w1","email":" Élodie@Example.com","firstName":"A, \"B\"","lastName":"Ł"}""";
        var mapped = Contact.Read(Json);
        var row = ImportRow.Of(mapped, 1);

        Written.Text(buffer => row.WriteCsv(buffer)).ShouldBe(mapped.Csv());
        Written.Text(buffer => row.WriteCsv(buffer, [false, true, false])).ShouldBe(",\"A, \"\"B\"\"\",\n");
        Should.Throw<ArgumentException>(() => row.WriteCsv(new System.Buffers.ArrayBufferWriter<byte>(), new bool[2])).ParamName.ShouldBe("include");
        row.Key.SequenceEqual(mapped.GetNormalizedKey()).ShouldBeTrue();
        row.ToString().ShouldBe("row 1 (w1)");
    }

    private static string Write(RowPlan plan) => new TextCatalog([WebinarTexts.Source]).Write(plan.Describe(), CultureInfo.InvariantCulture);
}
