using System.Text.Json;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import.Runs;

[Requirement("WBN-06")]
[Requirement("WBN-11")]
public sealed class MembershipBatchTests
{
    private static readonly MembershipShape Member = new("CampaignMember", "CampaignId", "ContactId", "Status");

    private static readonly MembershipShape Guest = new("Guest__c", "Campaign__c", "Contact__c", null);

    [Fact]
    public void Insert_WithStatus_NamesCampaignRecordAndStatus()
    {
        var batch = Batch(Member, RecordOperation.Insert, new("003A", "Présent, \"là\""), new("003B", null));

        Csv(batch).ShouldBe("CampaignId,ContactId,Status\n701A,003A,\"Présent, \"\"là\"\"\"\n701A,003B,\n");
        Json(batch, 0).ShouldBe([("CampaignId", "701A"), ("ContactId", "003A"), ("Status", "Présent, \"là\"")]);
        Json(batch, 1).ShouldBe([("CampaignId", "701A"), ("ContactId", "003B")]);
        (batch.ObjectName, batch.Operation, batch.Count, batch.CorrelationColumn, batch.CorrelationOf(1)).ShouldBe(("CampaignMember", RecordOperation.Insert, 2, "ContactId", "003B"));
    }

    [Fact]
    public void Insert_OfAnObjectWithoutStatus_NamesNone()
    {
        var batch = Batch(Guest, RecordOperation.Insert, new MembershipWrite("003A", "Sent"));

        Csv(batch).ShouldBe("Campaign__c,Contact__c\n701A,003A\n");
        Json(batch, 0).ShouldBe([("Campaign__c", "701A"), ("Contact__c", "003A")]);
    }

    [Fact]
    public void Update_HeaderAndRows_BeginWithTheMembership_AndNameTheStatusAlone()
    {
        var batch = Batch(Member, RecordOperation.Update, new("003A", "Responded", "00vA"), new("003B", null, "00vB"));

        Csv(batch).ShouldBe("Id,Status\n00vA,Responded\n00vB,\n");
        Json(batch, 0).ShouldBe([("Id", "00vA"), ("Status", "Responded")]);
        Json(batch, 1).ShouldBe([("Id", "00vB")]);
        (batch.CorrelationColumn, batch.CorrelationOf(0)).ShouldBe(("Id", "00vA"));
    }

    [Fact]
    public void Create_WithoutCampaign_NamesTheArgument() =>
        Should.Throw<ArgumentException>(static () => new MembershipBatch(Member, " ", RecordOperation.Insert, []) { Account = "" }).ParamName.ShouldBe("campaignId");

    private static MembershipBatch Batch(MembershipShape shape, RecordOperation operation, params MembershipWrite[] writes) => new(shape, "701A", operation, writes) { Account = "acme" };

    private static string Csv(RecordBatch batch) => Written.Text(output =>
    {
        batch.WriteCsvHeader(output);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.WriteCsv(i, output);
        }
    });

    private static List<(string, string?)> Json(RecordBatch batch, int index)
    {
        using var document = JsonDocument.Parse(Written.Text(output => batch.WriteJson(index, output)));
        return [.. document.RootElement.EnumerateObject().Select(static property => (property.Name, property.Value.GetString()))];
    }
}
