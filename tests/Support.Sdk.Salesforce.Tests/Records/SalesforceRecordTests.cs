namespace Support.Sdk.Salesforce.Tests;

public sealed class SalesforceRecordTests
{
    private static SalesforceRecord First(string sample) => new(Sample.Json(sample).GetProperty("records")[0]);

    [Fact]
    public void Record_WithParents_IsReadByPaths()
    {
        var record = First("query-with-parent-relationships");

        (record.Type, record.Id).ShouldBe(("Case", "500i000000171NZAAY"));
        record.GetString("Account.Name").ShouldBe("Edge Communications");
        record.GetString("contact.name").ShouldBe("Rose Gonzalez");
        record.GetDateTimeOffset("Account.SystemModstamp").ShouldBe(new DateTimeOffset(2013, 4, 4, 20, 52, 22, TimeSpan.Zero));
        record.GetParent("Contact")!.Type.ShouldBe("Contact");
        record.ToString().ShouldBe("Case 500i000000171NZAAY");
    }

    [Fact]
    public void Record_WithASubquery_HasItsChildren()
    {
        var record = First("query-with-subquery");

        var children = record.GetChildren("Whizbangs__r");

        children.Records.Single().GetString("Name").ShouldBe("Child Whizbang");
        (children.TotalSize, children.NextRecordsUrl).ShouldBe((1, null));
        record.GetBoolean("Checkbox_Label").ShouldBe(false);
        record.GetDate("Date_Label").ShouldBe(new DateOnly(2010, 1, 1));
        record.GetString("Picklist_Multiselect_Label").ShouldBe("four;six");
    }

    [Fact]
    public void Record_WithACompoundAddress_HasItsParts()
    {
        var record = new SalesforceRecord(Sample.Json("record-account-v57"));

        record.GetString("BillingAddress.city").ShouldBe("New York");
        record.GetString("BillingStreet").ShouldBe("123 Main St.");
        record.GetDecimal("AnnualRevenue").ShouldBeNull();
        Should.Throw<FormatException>(() => record.GetString("BillingAddress"));
    }

    [Fact]
    public void Record_OfAnAggregate_HasNumbersAndNulls()
    {
        var records = Sample.Json("query-aggregate").GetProperty("records").EnumerateArray().Select(json => new SalesforceRecord(json)).ToList();

        records.Select(record => record.GetDecimal("expr0")).ShouldBe([300m, 100m, 400m]);
        records[2].GetString("CampaignId").ShouldBeNull();
    }

    [Fact]
    public void Record_BelowAParentThatIsNull_IsNull()
    {
        using var json = System.Text.Json.JsonDocument.Parse("""{"attributes":{"type":"Contact"},"Account":null,"Visits__r":null}""");
        var record = new SalesforceRecord(json.RootElement);

        record.GetString("Account.Owner.Name").ShouldBeNull();
        record.GetParent("Account").ShouldBeNull();
        record.GetChildren("Visits__r").Records.ShouldBeEmpty();
        record.Fields.ShouldBe(["Account", "Visits__r"]);
    }

    [Fact]
    public void Record_WithoutAField_SaysWhatToDo()
    {
        var record = First("query-with-subquery");

        Should.Throw<KeyNotFoundException>(() => record.GetString("Emial")).Message.ShouldContain("Emial");
        Should.Throw<FormatException>(() => record.GetDecimal("Text_Label"));
        Should.Throw<FormatException>(() => record.GetDateTimeOffset("Text_Label"));
    }

    [Theory]
    [InlineData("2013-04-04T20:52:22.000+0000")]
    [InlineData("2013-04-04T20:52:22.000+00:00")]
    [InlineData("2013-04-04T20:52:22Z")]
    [InlineData("2013-04-04T22:52:22.000+0200")]
    [InlineData("2013-04-04T20:52:22")]
    public void DateTime_InEverySpelling_IsTheSameInstant(string text)
    {
        SalesforceDateTime.TryParse(text, out var instant).ShouldBeTrue();

        instant.UtcDateTime.ShouldBe(new DateTime(2013, 4, 4, 20, 52, 22));
        SalesforceDateTime.Format(instant).ShouldBe("2013-04-04T20:52:22.000Z");
    }

    [Theory]
    [InlineData("04/04/2013")]
    [InlineData("2013-04-04")]
    [InlineData("")]
    [InlineData(null)]
    public void DateTime_ThatIsNone_IsNotRead(string? text) => SalesforceDateTime.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("003i000004cs62s", "003i000004cs62sAAA")]
    [InlineData("0012300000bVTq1", "0012300000bVTq1AAG")]
    [InlineData("0012300000bVTq1aag", "0012300000bVTq1AAG")]
    [InlineData("0015500001QdZPKAA3", "0015500001QdZPKAA3")]
    public void Id_OfEitherLength_BecomesTheLongOne(string text, string expected)
    {
        RecordId.Parse(text).Value.ShouldBe(expected);
        RecordId.Parse(text).KeyPrefix.ShouldBe(expected[..3]);
    }

    [Theory]
    [InlineData("0012300000bVTq1AAA")]
    [InlineData("0012300000bVTq")]
    [InlineData("0012300000bVT'1")]
    [InlineData(null)]
    public void Id_ThatIsNone_IsNotRead(string? text) => RecordId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Values_SetTwice_AreReplacedWhateverTheCase()
    {
        var values = new RecordValues { ["Email"] = "a" };
        values["EMAIL"] = "b";

        values.Count.ShouldBe(1);
        values["email"].Text.ShouldBe("b");
        values["Email"] = default;
        values.Count.ShouldBe(0);
        values.ToString().ShouldBe("");
        Should.Throw<ArgumentException>(() => values["attributes"] = "x");
    }
}
