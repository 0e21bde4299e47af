using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// The way over bytes and the way over types are two programs; random mappings and participants hold them together.
public sealed class BothWaysPropertyTests
{
    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    private static readonly string[] Fragments =
    [
        "a", "Zoë", " ", "\t", "\u00a0", ",", "\"", "\"\"", "\r\n", "\n", "=1+1", "@SUM(A1)", "-2+3", "+33 1 23 45 67 89", "0033123456789", "(0)", "é", "ß", "İ", "ı", "ſ", "K", "Ⱥ", "ǆ",
        "😀", "𐐀", "\ud800", "\udc00", "\0", "\u001f", "\u007f", "\u2028", "\ufeff", "\uffff", "\\", "/", "#N/A", "true", "FALSE", "12", "-0", "1.5e3", "01", "2021-09-07T09:29:13+08:00",
        "2026-03-02", "1970-01-01T00:00:00Z", "France", "etats-unis", "DEU", "Gold", "silver", "A;B", "ann@example.com", "Bob@Example.COM ", "x@y", "Smith, John", "Ada King Lovelace",
        "0123456789012345678901234567890123456789", "山田 太郎",
    ];

    private static readonly Gen<string?> Text = Gen.OneOf(
        Gen.Constant<string?>(null),
        Gen.Elements(Fragments).Select(text => (string?)text),
        Gen.Elements(Fragments).ListOf().Select(parts => (string?)string.Concat(parts.Take(4))),
        ArbMap.Default.GeneratorFor<string?>());

    private static readonly Gen<FieldConversion> Step = Gen.Elements<FieldConversion>(
        new FieldConversion.Trim(),
        new FieldConversion.Case(LetterCase.Lower),
        new FieldConversion.Case(LetterCase.Upper),
        new FieldConversion.SplitName(NamePart.First),
        new FieldConversion.SplitName(NamePart.Last),
        new FieldConversion.Country(CountryForm.Alpha2, UnmatchedValue.Keep),
        new FieldConversion.Country(CountryForm.French),
        new FieldConversion.Phone("33"),
        new FieldConversion.Phone("39", "", UnmatchedValue.LeaveOut),
        new FieldConversion.Date(DateForm.DateTime, null, UnmatchedValue.Keep),
        new FieldConversion.Date(DateForm.Date, "Europe/Paris"),
        new FieldConversion.Picklist([new("a", "Gold"), new("é", "\"Silver\", mostly")], UnmatchedValue.Keep),
        new FieldConversion.Constant("Häuser, \"gross\"", ConstantUse.Empty));

    private static readonly Gen<FieldMapping> TextPair =
        from field in Gen.Elements("Text__c", "Other__c", "Short__c", "Phone__c", "Country__c", "Made__c")
        from source in Gen.Elements(WebinarField.All.ToArray())
        from steps in Step.ListOf()
        select new FieldMapping(field, source) { Conversions = [.. steps.Take(3)], Policy = FieldPolicy.NeverOverwrite };

    // Fields of other types, with what fits them.
    private static readonly Gen<FieldMapping> TypedPair = Gen.Elements(
        Mappings.Pair("Zip__c", "zipCode"),
        Mappings.Pair("Amount__c", "zipCode"),
        Mappings.Pair("Host__c", "host"),
        Mappings.Pair("Host__c", "coHost"),
        Mappings.Pair("Joined__c", "joinedTime"),
        Mappings.Pair("Joined__c", "registrationTime"),
        Mappings.Pair("Day__c", "registrationTime", new FieldConversion.Date(DateForm.Date, "America/New_York")),
        Mappings.Pair("Level__c", "jobTitle"),
        Mappings.Pair("Topics__c", "jobTitle"),
        Mappings.Pair("Email__c", "email"),
        Mappings.Pair("Case_Key__c", "city"));

    private static readonly Gen<WebinarMapping> Mapping =
        from pairs in Gen.OneOf(TextPair, TextPair, TypedPair).ListOf()
        select Mappings.With([.. pairs.DistinctBy(pair => pair.Field)]);

    private static readonly Gen<WebinarParticipant> Participant =
        from kind in Gen.Elements(Enum.GetValues<ParticipantKind>())
        from texts in Text.ListOf(29)
        select Person(kind, texts);

    private static readonly Arbitrary<(WebinarMapping Mapping, WebinarParticipant Participant, bool Escape)> Cases =
        (from mapping in Mapping from participant in Participant from escape in ArbMap.Default.GeneratorFor<bool>() select (mapping, participant, escape)).ToArbitrary();

    [Fact]
    public void Row_OfAnyParticipant_IsTheRecordByteForByte()
    {
        var (compared, flawless) = (0, 0);
        Prop.ForAll(Cases, one =>
        {
            // What a random chain of steps cannot yield for its field is for the validator's tests.
            if (MappingValidator.Validate(one.Mapping, Targets.Visitor).Any(problem => problem.Severity == MappingSeverity.Error))
            {
                return;
            }

            var plan = MappingPlan.Compile(one.Mapping, Targets.Visitor);
            var record = plan.Map(one.Participant);
            var row = plan.Read(ParticipantJson.Write(one.Participant, one.Escape), one.Participant.Kind);

            row.Issues.ToArray().ShouldBe(record.Issues);
            row.Csv().ShouldBe(record.Csv());
            row.Json().ShouldBe(record.Json());
            Encoding.UTF8.GetString(row.GetNormalizedKey()).ShouldBe(MappingKey.Normalize(plan.Columns[plan.KeyColumn].Field, record.Key) ?? "");
            Csv.Parse(row.Csv()).ShouldBe(record.Values.Select(value => value ?? ""));
            using var json = JsonDocument.Parse(row.Json());
            json.RootElement.EnumerateObject().Select(property => property.Value.ToString()).ShouldBe(
                record.Values.Where(value => value is not null)!, StringComparer.OrdinalIgnoreCase);
            compared++;
            flawless += record.CanInsert ? 1 : 0;
        }).Check(Run);
        compared.ShouldBeGreaterThan(500);
        flawless.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Row_OfWebexJson_IsTheRecordOfItsType() =>
        Prop.ForAll(Cases, one =>
        {
            // By way of the serializer, which knows nothing of the scanner, and throws where half of a surrogate pair stands alone.
            if (WebinarField.All.Any(field => one.Participant.Find(field)?.Any(char.IsSurrogate) == true))
            {
                return;
            }

            var json = ParticipantJson.Write(one.Participant, one.Escape);
            var plan = MappingPlan.Compile(Mappings.With(Mappings.Pair("Text__c", "address1"), Mappings.Pair("Other__c", "lastName")), Targets.Visitor);

            plan.Read(json, one.Participant.Kind).Json().ShouldBe(plan.Map(WebinarParticipant.Parse(json, one.Participant.Kind)).Json());
        }).Check(Run);

    [Fact]
    public void Read_AnyBytes_AcceptsWhatTheFrameworksReaderAccepts()
    {
        var plan = MappingPlan.Compile(Mappings.OfContact, Targets.Contact);
        var row = plan.CreateRow(ParticipantKind.Registrant);
        var seed = Encoding.UTF8.GetString(Targets.Sample("meeting-registrant-create.200.json"));
        string[] tokens = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\\u00e9", "\\x", "0", "-", "1e", ".5", "true", "tru", "null", " ", "\n", "\u0001", "é", new('[', 70), "[[]]", "{\"a\":{}}"];
        var mutations =
            from edits in (from at in Gen.Choose(0, seed.Length - 1) from length in Gen.Choose(0, 3) from token in Gen.Elements(tokens) select (at, length, token)).ListOf()
            select edits.Take(3).ToArray();
        var accepted = 0;
        Prop.ForAll(mutations.ToArbitrary(), edits =>
        {
            var text = edits.Aggregate(seed, (json, edit) => json[..int.Min(edit.at, json.Length)] + edit.token + json[int.Min(edit.at + edit.length, json.Length)..]);
            var json = Encoding.UTF8.GetBytes(text);

            _ = row.Read(json);
            var isJson = row.Issues is not [{ Kind: RowIssueKind.NotJson }];

            isJson.ShouldBe(IsObject(json), text);
            accepted += isJson ? 1 : 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
        accepted.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Read_Depth_IsTheFrameworksLimit(int nested, bool isJson)
    {
        var json = "{\"x\":" + new string('[', nested) + new string(']', nested) + "}";

        (MappingPlan.Compile(Mappings.OfContact, Targets.Contact).Read(json).Issues is not [{ Kind: RowIssueKind.NotJson }]).ShouldBe(isJson);
        IsObject(Encoding.UTF8.GetBytes(json)).ShouldBe(isJson);
    }

    private static bool IsObject(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read())
            {
            }

            return isObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static WebinarParticipant Person(ParticipantKind kind, IReadOnlyList<string?> texts) => new()
    {
        Kind = kind,
        Id = texts[0],
        Email = texts[1],
        FirstName = texts[2],
        LastName = texts[3],
        DisplayName = texts[4],
        JobTitle = texts[5],
        CompanyName = texts[6],
        Address1 = texts[7],
        Address2 = texts[8],
        City = texts[9],
        State = texts[10],
        ZipCode = texts[11],
        CountryRegion = texts[12],
        WorkPhone = texts[13],
        Fax = texts[14],
        Status = texts[15],
        RegistrationTime = texts[16],
        RegistrationId = texts[17],
        SourceId = texts[18],
        MeetingId = texts[19],
        Panelist = texts[20],
        CoHost = texts[21],
        Host = texts[22],
        Invitee = texts[23],
        HostEmail = texts[24],
        SiteUrl = texts[25],
        MeetingStartTime = texts[26],
        JoinedTime = texts[27],
        LeftTime = texts[28],
    };
}
