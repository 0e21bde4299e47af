namespace Support.Sdk.Emulators.Salesforce;

/// <summary>One of the statuses a campaign's members may have.</summary>
internal sealed record MemberStatus(string Label, bool IsDefault, bool HasResponded)
{
    public static IEnumerable<MemberStatus> Of(Org org, string campaignId)
    {
        var table = org.MemberStatuses;
        var schema = table.Schema;
        return table.Lookup(schema.Field("CampaignId"), campaignId).Where(table.IsLive).Reverse().Select(row => new MemberStatus(
            table.Get(row, schema.Field("Label"))!,
            table.Get(row, schema.Field("IsDefault")) == "true",
            table.Get(row, schema.Field("HasResponded")) == "true"));
    }
}
