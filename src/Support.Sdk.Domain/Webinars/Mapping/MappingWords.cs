using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

// The words of the document for the closed sets of the mapping, in the order of the enumerations.
internal static class MappingWords
{
    public static readonly ImmutableArray<string> InsertModes = ["upsert", "insertNewForEachWebinar"];
    public static readonly ImmutableArray<string> Campaigns = ["none", "campaignMembers", "webexWebinarCampaignMembers", "both"];
    public static readonly ImmutableArray<string> Policies = ["always", "ifEmpty", "neverOverwrite"];
    public static readonly ImmutableArray<string> Cases = ["lower", "upper"];
    public static readonly ImmutableArray<string> Parts = ["first", "last"];
    public static readonly ImmutableArray<string> Countries = ["alpha2", "alpha3", "english", "french"];
    public static readonly ImmutableArray<string> Dates = ["dateTime", "date"];
    public static readonly ImmutableArray<string> Otherwise = ["refuse", "keep", "leaveOut"];
    public static readonly ImmutableArray<string> When = ["always", "empty"];
    public static readonly ImmutableArray<string> Kinds = ["trim", "case", "splitName", "country", "phone", "date", "picklist", "constant"];
}
