using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Shouldly;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;
using static Support.Sdk.Webinars.RowIssueKind;

namespace Support.Sdk.Tests.Webinars;

public sealed class MappedRowTests
{
    private static readonly MappingPlan Contact = MappingPlan.Compile(Mappings.OfContact, Targets.Contact);

    [Fact]
    public void Read_RecordedRegistrant_GivesItsRow()
    {
        var plan = MappingPlan.Compile(
            new WebinarMapping("Lead", "Email",
            [
                new("Email", WebinarField.Email),
                new("FirstName", WebinarField.FirstName),
                new("LastName", WebinarField.LastName),
                new("Company", WebinarField.CompanyName),
                new("PostalCode", new("zipCode")),
                Mappings.Pair("Country", "countryRegion", new FieldConversion.Country(CountryForm.Alpha2)),
                Mappings.Pair("LeadSource", null, new FieldConversion.Constant("Webinar, live")),
            ]),
            Targets.Lead);

        var row = plan.Read(Targets.Sample("meeting-registrant-create.200.json"));

        row.Csv().ShouldBe("bob@example.com,bob,Lee,cisco,123456,US,\"Webinar, live\"\n");
        row.Json().ShouldBe("""{"Email":"bob@example.com","FirstName":"bob","LastName":"Lee","Company":"cisco","PostalCode":"123456","Country":"US","LeadSource":"Webinar, live"}""");
        Written.Text(plan.WriteCsvHeader).ShouldBe("Email,FirstName,LastName,Company,PostalCode,Country,LeadSource\n");
        Encoding.UTF8.GetString(row.ParticipantId).ShouldBe("fbd83190-97b2-4bb0-b56b-8fde463d137b");
        row.CanInsert.ShouldBeTrue();
    }

    [Fact]
    public void Read_RecordedInviteeAndAttendee_SplitTheirOneName()
    {
        Contact.Read(Targets.FirstItem("meeting-invitees-list.200.json"), ParticipantKind.Invitee).Csv().ShouldBe("john.andersen@example.com,John,Andersen\n");
        Contact.Read(Targets.FirstItem("meeting-participants-list.200.json"), ParticipantKind.Attendee).Csv().ShouldBe("joeDoe@cisco.com,Joe,Doe\n");
    }

    [Fact]
    public void Read_AttendeesState_IsNotTheState()
    {
        var plan = MappingPlan.Compile(Mappings.With(Mappings.Pair("Other__c", "state"), Mappings.Pair("Country__c", "attendeeState")), Targets.Visitor);

        plan.Read("""{"email":"a@b.c","state":"Ohio"}""").Csv().ShouldBe("a@b.c,Ohio,\n");
        plan.Read("""{"email":"a@b.c","state":"lobby"}""", ParticipantKind.Attendee).Csv().ShouldBe("a@b.c,,lobby\n");
    }

    [Theory]
    [InlineData("""{"email":"\u0061\u0040b.c","lastName":"\"O\\\u0027H\/ara\"\n","firstName":"\ud83d\ude00 \u00e9"}""", "a@b.c,😀 é,\"\"\"O\\'H/ara\"\"\n\"\n")]
    [InlineData("""{"em\u0061il":"a@b.c","lastName":"L"}""", "a@b.c,,L\n")]
    [InlineData("""{"email":"first@b.c","lastName":"L","email":"second@b.c"}""", "second@b.c,,L\n")]
    [InlineData("""{"email":"a@b.c","lastName":"L","firstName":"F","firstName":null}""", "a@b.c,,L\n")]
    [InlineData("""{"email":" a@b.c\t","lastName":" L ","firstName":"   "}""", "a@b.c,,\" L \"\n")]
    [InlineData("""{"email":"a@b.c","lastName":"=1+1","firstName":"@SUM(A1)"}""", "a@b.c,@SUM(A1),=1+1\n")]
    [InlineData("""{"email":"a@b.c","lastName":"-2","firstName":"+33 \r"}""", "a@b.c,\"+33 \r\",-2\n")]
    [InlineData("""{"email":"a@b.c","lastName":7,"firstName":false}""", "a@b.c,false,7\n")]
    [InlineData("""{"customizedQuestions":[{"questionId":1,"answers":[{"email":"x@y.z","lastName":"}]"}]}],"email":"a@b.c","lastName":"L"}""", "a@b.c,,L\n")]
    public void Read_WhatJsonCanSay_IsWrittenAsMeant(string json, string csv)
    {
        var row = Contact.Read(json);

        row.Issues.ToArray().ShouldBeEmpty();
        row.Csv().ShouldBe(csv);
        using var document = JsonDocument.Parse(row.Json());
        document.RootElement.EnumerateObject().Select(property => property.Value.GetString()).ShouldBe(
            Enumerable.Range(0, 3).Select(column => Encoding.UTF8.GetString(row[column])).Where(value => value.Length > 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"email":"a@b.c"} x""")]
    [InlineData("""{"email":"a@b.c",}""")]
    [InlineData("{\"email\":\"a\nb\"}")]
    [InlineData("""{"email":"a@b.c","x":[1,{"y":]}""")]
    public void Read_NoJsonObject_IsAnIssueOfTheRow(string json)
    {
        var row = Contact.Read(json);

        row.Issues.ToArray().ShouldBe([new(NotJson, -1)]);
        (row.CanInsert, row.CanUpdate).ShouldBe((false, false));
        row.Key.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("Short__c", "\"city\":\"12345678901\"", TooLong)]
    [InlineData("Short__c", "\"city\":{\"a\":1}", NotScalar)]
    [InlineData("Short__c", "\"city\":[\"a\"]", NotScalar)]
    [InlineData("Short__c", "\"city\":\"\\ud800\"", NotText)]
    [InlineData("Short__c", "\"city\":\"#N/A\"", Reserved)]
    public void Read_ValueThatDoesNotFit_IsLeftOutWithItsReason(string field, string property, RowIssueKind kind) => ShouldBeIssue(Mappings.Pair(field, "city"), property, kind);

    [Fact]
    public void Read_ConversionsThatFail_NameTheirReason()
    {
        ShouldBeIssue(Mappings.Pair("Country__c", "countryRegion", new FieldConversion.Country(CountryForm.English)), "\"countryRegion\":\"Atlantis\"", UnknownCountry);
        ShouldBeIssue(Mappings.Pair("Phone__c", "workPhone", new FieldConversion.Phone("33")), "\"workPhone\":\"call me\"", NotPhone);
        ShouldBeIssue(Mappings.Pair("Phone__c", "workPhone", new FieldConversion.Phone()), "\"workPhone\":\"01 23 45 67 89\"", NotPhone);
        ShouldBeIssue(Mappings.Pair("Joined__c", "registrationTime"), "\"registrationTime\":\"yesterday\"", NotDate);
        ShouldBeIssue(Mappings.Pair("Level__c", "jobTitle", new FieldConversion.Picklist([new("a", "Gold")])), "\"jobTitle\":\"b\"", NotInTable);
        ShouldBeIssue(Mappings.Pair("Level__c", "jobTitle"), "\"jobTitle\":\"Tin\"", NotInPicklist);
        ShouldBeIssue(Mappings.Pair("Topics__c", "jobTitle"), "\"jobTitle\":\"A;C\"", NotInPicklist);
        ShouldBeIssue(Mappings.Pair("Zip__c", "zipCode"), "\"zipCode\":\"2A 4\"", NotNumber);
        ShouldBeIssue(Mappings.Pair("Zip__c", "zipCode"), "\"zipCode\":99999999999", NotNumber);
        ShouldBeIssue(Mappings.Pair("Email__c", "email"), "\"email\":\"nobody\"", NotEmail, keyToo: false);
        ShouldBeIssue(Mappings.Pair("Email__c", "email"), "\"email\":\"a\\u0007@x.com\"", NotEmail, keyToo: false);
        ShouldBeIssue(Mappings.Pair("Email__c", "email"), "\"email\":\"a\\u007f@x.com\"", NotEmail, keyToo: false);
    }

    [Fact]
    public void Read_NoKey_CanNeitherBeInsertedNorUpdated()
    {
        var row = Contact.Read("""{"lastName":"L","email":" "}""");

        row.Issues.ToArray().ShouldBe([new(KeyEmpty, 0)]);
        (row.CanInsert, row.CanUpdate).ShouldBe((false, false));
    }

    [Fact]
    public void Read_RequiredFieldEmpty_CanBeUpdatedButNotInserted()
    {
        var row = Contact.Read("""{"email":"a@b.c","firstName":"F"}""");

        row.Issues.ToArray().ShouldBe([new(RequiredEmpty, 2)]);
        (row.CanInsert, row.CanUpdate).ShouldBe((false, true));
        new TextCatalog([WebinarTexts.Source]).Write(row.Describe(row.Issues[0]), CultureInfo.InvariantCulture)
            .ShouldStartWith("Last Name (LastName) is required for a new record");
    }

    [Fact]
    public void Read_BrokenUtf8_ConcernsItsValueAlone()
    {
        byte[] json = [.. """{"email":"a@b.c","firstName":"x"""u8, 0xC3, 0x28, .. "\",\"lastName\":\"é\"}"u8];

        var row = Contact.Read(json);

        row.Issues.ToArray().ShouldBe([new(NotText, 1)]);
        row.Csv().ShouldBe("a@b.c,,é\n");
    }

    [Fact]
    public void Read_LengthInCharacters_CountsAsSalesforceDoes()
    {
        var plan = MappingPlan.Compile(Mappings.With(Mappings.Pair("Short__c", "city")), Targets.Visitor);

        plan.Read($$"""{"email":"a@b.c","city":"{{new string('é', 10)}}"}""").CanInsert.ShouldBeTrue();
        plan.Read($$"""{"email":"a@b.c","city":"{{new string('é', 11)}}"}""").CanInsert.ShouldBeFalse();
        plan.Read($$"""{"email":"a@b.c","city":"😀😀😀😀😀"}""").CanInsert.ShouldBeTrue();
        plan.Read($$"""{"email":"a@b.c","city":"😀😀😀😀😀!"}""").CanInsert.ShouldBeFalse();
    }

    [Fact]
    public void Write_WithSomeColumns_LeavesTheOthersOut()
    {
        var row = Contact.Read("""{"email":"a@b.c","firstName":"F","lastName":"L"}""");
        bool[] include = [true, false, true];

        Written.Text(buffer => row.WriteCsv(buffer, include)).ShouldBe("a@b.c,,L\n");
        Written.Text(buffer => row.WriteJson(buffer, include)).ShouldBe("""{"Email":"a@b.c","LastName":"L"}""");
        Should.Throw<ArgumentException>(() => row.WriteCsv(new ArrayBufferWriter<byte>(), new bool[2])).ParamName.ShouldBe("include");
    }

    [Theory]
    [InlineData(" Bob@Example.COM ", "bob@example.com")]
    [InlineData("ÉLODIE@example.com", "élodie@example.com")]
    public void NormalizedKey_CaseAndSpaces_AreOnePerson(string email, string key)
    {
        var row = Contact.Read(JsonSerializer.Serialize(new Dictionary<string, string> { ["email"] = email, ["lastName"] = "L" }, TestJsonContext.Default.DictionaryStringString));

        Encoding.UTF8.GetString(row.GetNormalizedKey()).ShouldBe(key);
        MappingKey.Normalize(Contact.Columns[Contact.KeyColumn].Field, email).ShouldBe(key);
    }

    [Theory]
    [InlineData(FieldPolicy.Always, true, true)]
    [InlineData(FieldPolicy.Always, false, true)]
    [InlineData(FieldPolicy.IfEmpty, true, false)]
    [InlineData(FieldPolicy.IfEmpty, false, true)]
    [InlineData(FieldPolicy.NeverOverwrite, true, false)]
    [InlineData(FieldPolicy.NeverOverwrite, false, false)]
    public void UpdatesRecord_ByPolicy_IsDecidedByWhatTheRecordHas(FieldPolicy policy, bool hasValue, bool updates) =>
        new MappingColumn(new("A", TargetFieldType.String), policy, IsKey: false).UpdatesRecord(hasValue).ShouldBe(updates);

    [Fact]
    public void Read_AndWrite_AllocateNothing()
    {
        var plan = MappingPlan.Compile(Mappings.Parse(Mappings.Everything), Targets.Visitor);
        var row = plan.CreateRow(ParticipantKind.Registrant);
        var json = """
            {"email":" Élodie@Example.com","countryRegion":"\u00c9tats-Unis","workPhone":"+39 02 1234 5678","registrationTime":"2021-09-07T09:29:13+08:00","jobTitle":"manager/lead",
            "city":{"wrong":1},"lastName":"L","customizedQuestions":[{"questionId":1,"answers":[{"optionId":1,"answer":"green"}]}]}
            """u8;
        var output = new ArrayBufferWriter<byte>(4096);
        long allocated = 0;
        for (var i = 0; i < 200; i++)
        {
            output.ResetWrittenCount();
            var before = GC.GetAllocatedBytesForCurrentThread();
            row.Read(json);
            row.WriteCsv(output);
            row.WriteJson(output);
            _ = row.GetNormalizedKey();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        allocated.ShouldBe(0);
        row.CanInsert.ShouldBeTrue();
    }

    private static void ShouldBeIssue(FieldMapping pair, string property, RowIssueKind kind, bool keyToo = true)
    {
        var plan = MappingPlan.Compile(Mappings.With(pair), Targets.Visitor);
        var row = plan.Read("{" + (keyToo ? "\"email\":\"a@b.c\"," : "") + property + "}");

        row.Issues.ToArray().ShouldBe([new(kind, 1)]);
        row[1].Length.ShouldBe(0);
        row.Csv().ShouldEndWith(",\n");
        row.Describe(row.Issues[0]).Code.ShouldBe(RowRefusals.Of(kind).Code);
    }
}
