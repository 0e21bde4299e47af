using System.Text.Json;
using System.Text.Json.Nodes;
using static Support.Sdk.Emulators.Salesforce.SalesforceField;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>The objects every org has: from recorded describes, and campaigns from the field catalogue of API 64.0.</summary>
internal static class StandardObjects
{
    private static readonly string[] Recorded = ["Account", "Case", "Contact", "Event", "Lead", "Opportunity", "User"];

    public static IEnumerable<JsonObject> All() => Recorded.Select(Read).Concat([Campaign(), CampaignMember(), CampaignMemberStatus()]);

    /// <summary>A describe around fields, with the ones every object has.</summary>
    public static JsonObject Describe(string name, string label, string keyPrefix, IEnumerable<SalesforceField> fields)
    {
        SalesforceField[] system =
        [
            Checkbox("IsDeleted") with { Label = "Deleted", Writable = false },
        ];
        SalesforceField[] stamps =
        [
            SalesforceField.DateTime("CreatedDate") with { Label = "Created Date", Writable = false, Required = true },
            Reference("CreatedById", "CreatedBy", "User") with { Label = "Created By ID", Writable = false, Required = true },
            SalesforceField.DateTime("LastModifiedDate") with { Label = "Last Modified Date", Writable = false, Required = true },
            Reference("LastModifiedById", "LastModifiedBy", "User") with { Label = "Last Modified By ID", Writable = false, Required = true },
            SalesforceField.DateTime("SystemModstamp") with { Label = "System Modstamp", Writable = false, Required = true },
        ];
        var path = "/services/data/vxx.0/sobjects/" + name;
        return new JsonObject
        {
            ["activateable"] = false,
            ["childRelationships"] = new JsonArray(),
            ["createable"] = true,
            ["custom"] = name.EndsWith("__c", StringComparison.OrdinalIgnoreCase),
            ["customSetting"] = false,
            ["deletable"] = true,
            ["deprecatedAndHidden"] = false,
            ["fields"] = new JsonArray([.. system.Prepend(RecordId(label + " ID")).Concat(fields).Concat(stamps).Select(field => (JsonNode)field.ToDescribe())]),
            ["keyPrefix"] = keyPrefix,
            ["label"] = label,
            ["labelPlural"] = label + "s",
            ["layoutable"] = true,
            ["mergeable"] = false,
            ["name"] = name,
            ["queryable"] = true,
            ["replicateable"] = true,
            ["retrieveable"] = true,
            ["searchable"] = true,
            ["triggerable"] = true,
            ["undeletable"] = true,
            ["updateable"] = true,
            ["urls"] = new JsonObject
            {
                ["rowTemplate"] = path + "/{ID}",
                ["describe"] = path + "/describe",
                ["sobject"] = path,
            },
        };
    }

    private static JsonObject Read(string name)
    {
        using var stream = typeof(StandardObjects).Assembly.GetManifestResourceStream($"Salesforce.Describes.{name}.json")
            ?? throw new InvalidOperationException($"The describe of {name} is missing from the assembly.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonObject Campaign() => Describe("Campaign", "Campaign", "701",
    [
        Text("Name", 80) with { Required = true },
        Reference("ParentId", "Parent", "Campaign") with { Label = "Parent Campaign ID" },
        Picklist("Type", ["Conference", "Webinar", "Trade Show", "Public Relations", "Partners", "Referral Program", "Advertisement", "Banner Ads", "Direct Mail", "Email", "Telemarketing", "Other"], false),
        Picklist("Status", ["Planned", "In Progress", "Completed", "Aborted"], false) with { DefaultValue = "Planned" },
        Date("StartDate") with { Label = "Start Date" },
        Date("EndDate") with { Label = "End Date" },
        Currency("ExpectedRevenue"),
        Currency("BudgetedCost"),
        Currency("ActualCost"),
        Percent("ExpectedResponse"),
        Number("NumberSent"),
        Checkbox("IsActive") with { Label = "Active" },
        LongText("Description"),
        Reference("OwnerId", "Owner", "User") with { Label = "Owner ID", Required = true, DefaultValue = "" },
    ]);

    private static JsonObject CampaignMember() => Describe("CampaignMember", "Campaign Member", "00v",
    [
        Reference("CampaignId", "Campaign", "Campaign") with { Label = "Campaign ID", Required = true, CreateOnly = true },
        Reference("LeadId", "Lead", "Lead") with { Label = "Lead ID", CreateOnly = true },
        Reference("ContactId", "Contact", "Contact") with { Label = "Contact ID", CreateOnly = true },
        Picklist("Status", ["Sent", "Responded"], false),
        Checkbox("HasResponded") with { Label = "Responded", Writable = false },
        Text("Name", 121) with { Writable = false },
        Text("FirstName", 40) with { Label = "First Name", Writable = false },
        Text("LastName", 80) with { Label = "Last Name", Writable = false },
        Text("Title", 128) with { Writable = false },
        Email("Email") with { Writable = false },
        Phone("Phone") with { Writable = false },
        Phone("Fax") with { Writable = false },
        Phone("MobilePhone") with { Label = "Mobile", Writable = false },
        Text("CompanyOrAccount", 255) with { Label = "Company (Account)", Writable = false },
        Text("Type", 40) with { Writable = false },
        Reference("LeadOrContactId", "LeadOrContact", "Contact", "Lead") with { Label = "Related Record ID", Writable = false },
    ]);

    private static JsonObject CampaignMemberStatus() => Describe("CampaignMemberStatus", "Campaign Member Status", "01Y",
    [
        Reference("CampaignId", "Campaign", "Campaign") with { Label = "Campaign ID", Required = true, CreateOnly = true },
        Text("Label", 765) with { Label = "Member Status", Required = true },
        Integer("SortOrder") with { Label = "Sort Order" },
        Checkbox("IsDefault") with { Label = "Is Default" },
        Checkbox("HasResponded") with { Label = "Responded" },
    ]);
}
