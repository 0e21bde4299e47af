using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

// Planned rows of every sort: each issue, each verdict, values with whatever text can have.
internal static class ImportSamples
{
    // Every column is optional in what it makes of a participant; each alternative is JSON as it stands, or nothing.
    private static readonly (string Name, string?[] Values)[] Properties =
    [
        ("id", ["\"r1\"", "\"Zoë \\\"2\\\"\"", null]),
        ("email", ["\"a@example.com\"", "\"É@example.com \"", "\"b@example.com\"", "\"nobody\"", "\" \"", null]),
        ("lastName", ["\"Müller\"", "\"日本, \\\"語\\\"\\n\"", "\"=1+1\"", "\"abcdefghijklmnopqrstuvwxyz\"", "\"\"", null]),
        ("city", ["\"Orléans\"", "\"\\ud800\"", "{\"a\":1}", "\"#N/A\"", "\" x \"", null]),
        ("countryRegion", ["\"France\"", "\"Atlantis\"", null]),
        ("workPhone", ["\"01 23 45 67 89\"", "\"call me\"", null]),
        ("registrationTime", ["\"2021-09-07T09:29:13+08:00\"", "\"yesterday\"", null]),
        ("jobTitle", ["\"Gold\"", "\"Tin\"", null]),
        ("companyName", ["\"cisco\"", "\"nobody\"", null]),
        ("zipCode", ["45000", "\"2A 4\"", null]),
        ("panelist", ["true", "\"perhaps\"", null]),
        ("displayName", ["\"Zoë Müller\"", "\"日本\"", null]),
    ];

    public static MappingPlan Plan { get; } = MappingPlan.Compile(
        new WebinarMapping("Guest__c", "Key__c",
        [
            new("Key__c", WebinarField.Email),
            new("Needed__c", WebinarField.LastName),
            Mappings.Pair("Short__c", "city"),
            Mappings.Pair("Country__c", "countryRegion", new FieldConversion.Country(CountryForm.Alpha2)),
            Mappings.Pair("Phone__c", "workPhone", new FieldConversion.Phone("33")),
            Mappings.Pair("Joined__c", "registrationTime"),
            Mappings.Pair("Level__c", "jobTitle"),
            Mappings.Pair("Table__c", "companyName", new FieldConversion.Picklist([new("cisco", "A, \"B\"")])),
            Mappings.Pair("Zip__c", "zipCode"),
            Mappings.Pair("Host__c", "panelist"),
            Mappings.Pair("Email__c", "email"),
        ])
        { InsertMode = InsertMode.InsertNewForEachWebinar },
        new TargetObject("Guest__c",
        [
            new("Key__c", TargetFieldType.String) { Length = 100, IsIdLookup = true },
            new("Needed__c", TargetFieldType.String) { Label = "Needed, \"really\"", Length = 20, IsNillable = false },
            new("Short__c", TargetFieldType.String) { Label = "2024", Length = 10 },
            new("Country__c", TargetFieldType.String) { Length = 80 },
            new("Phone__c", TargetFieldType.Phone) { Length = 40 },
            new("Joined__c", TargetFieldType.DateTime),
            new("Level__c", TargetFieldType.Picklist) { IsRestrictedPicklist = true, Length = 40, PicklistValues = [new("Gold"), new("Silver")] },
            new("Table__c", TargetFieldType.String) { Length = 80 },
            new("Zip__c", TargetFieldType.Int),
            new("Host__c", TargetFieldType.Boolean),
            new("Email__c", TargetFieldType.Email) { Length = 80 },
        ])
        { IsCustom = true });

    /// <summary>Participants as JSON, some of them none. What they are to the webinar decides which properties count.</summary>
    public static Gen<string> Participants { get; } =
        from choices in Gen.Choose(0, 59).ArrayOf(Properties.Length)
        from isBroken in Gen.Choose(0, 19)
        select isBroken == 0 ? "{\"email\":" : $$"""{{{string.Join(',', Properties.Select((property, index) => (property.Name, Value: property.Values[choices[index] % property.Values.Length]))
            .Where(static property => property.Value is not null).Select(static property => $"\"{property.Name}\":{property.Value}"))}}}""";

    public static async Task<ImmutableArray<PreparedRow>> PrepareAsync(IReadOnlyList<string> participants)
    {
        using var planner = new ImportPlanner(
            Plan,
            "webinar",
            new FakeRecords(Record("001", "a@example.com", true), Record("002", "a@example.com", false), Record("003", "b@example.com", false), Record("004", "B@example.com", false)));
        var plans = await planner.PlanBatchAsync([.. participants.Select(static (json, index) => ImportRow.Of(Plan.Read(json, KindOf(index)), index + 1))], TestContext.Current.CancellationToken);
        return [.. plans.Select(static (plan, index) => PreparedRow.Of(plan, KindOf(index)))];
    }

    public static byte[] Write(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenSpan.ToArray();
    }

    public static ImportRowResult Result(long number, ImportOutcome outcome, params MembershipResult[] memberships) =>
        new() { Number = number, SourceId = $"é{number}", Kind = (ParticipantKind)(number % 3), Outcome = outcome, Memberships = [.. memberships] };

    public static RecordError Error(bool mayPass) => new(mayPass ? "UNABLE_TO_LOCK_ROW" : "STRING_TOO_LONG", "“Zoë”,\n\"no\"", ["Email", "Name"], mayPass);

    /// <summary>Results of every outcome, with every kind of membership and errors that may pass or not.</summary>
    public static Gen<ImportRowResult> Results { get; } =
        from number in Gen.Choose(1, 100_000)
        from outcome in Gen.Elements(Enum.GetValues<ImportOutcome>())
        from errors in Gen.Elements(true, false).ArrayOf(2)
        from actions in Gen.Choose(0, 8).ArrayOf(2)
        from count in Gen.Choose(0, 2)
        select Result(number, outcome, [.. actions.Take(count).Select(static action => new MembershipResult(
            (MembershipForm)(action % 2),
            (MembershipAction)(action % 3),
            action < 5 ? $"00v{action}" : null,
            action < 5 ? [] : [Error(action < 7)]))]) with
        {
            RecordId = outcome <= ImportOutcome.Unchanged ? $"003{number}" : null,
            Errors = outcome == ImportOutcome.Failed ? [.. errors.Select(Error)] : [],
            Notes = outcome is ImportOutcome.Repeated or ImportOutcome.Conflict ? [new("webinars.plan-repeated", ["7"]), new("webinars.unheard-of", ["é", ""])] : [],
            KeyDigest = outcome <= ImportOutcome.Unchanged ? (UInt128.MaxValue / (uint)number) : null,
        };

    private static ParticipantKind KindOf(int index) => (ParticipantKind)(index % 3);

    private static ExistingRecord Record(string id, string key, bool isImported) =>
        new(id, key, [key, .. Enumerable.Repeat<string?>(null, Plan.Columns.Length - 1)]) { IsImportedForWebinar = isImported, Version = "1" };
}
