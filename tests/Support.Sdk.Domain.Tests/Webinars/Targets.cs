using System.Text;
using System.Text.Json;
using Support.Sdk.Tests.Documents;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

// Objects out of the recorded describes, and one of our own with a field of each kind.
internal static class Targets
{
    public static TargetObject Contact { get; } = FromDescribe("Contact");

    public static TargetObject Lead { get; } = FromDescribe("Lead");

    public static TargetObject Visitor { get; } = new("Visitor__c",
    [
        new("Key__c", TargetFieldType.String) { Length = 100, IsUnique = true, IsExternalId = true, IsNillable = false },
        new("Case_Key__c", TargetFieldType.String) { Length = 100, IsUnique = true, IsCaseSensitive = true, IsExternalId = true },
        new("Email__c", TargetFieldType.Email) { Label = "E-mail", Length = 80 },
        new("Short__c", TargetFieldType.String) { Label = "Short text", Length = 10 },
        new("Text__c", TargetFieldType.TextArea) { Length = 32_000 },
        new("Other__c", TargetFieldType.String) { Length = 255 },
        new("Phone__c", TargetFieldType.Phone) { Length = 40 },
        new("Zip__c", TargetFieldType.Int),
        new("Amount__c", TargetFieldType.Double),
        new("Host__c", TargetFieldType.Boolean) { IsNillable = false },
        new("Day__c", TargetFieldType.Date),
        new("Joined__c", TargetFieldType.DateTime),
        new("Country__c", TargetFieldType.String) { Length = 80 },
        new("Level__c", TargetFieldType.Picklist) { IsRestrictedPicklist = true, Length = 40, PicklistValues = [new("Gold"), new("Silver"), new("Tin", IsActive: false)] },
        new("Topics__c", TargetFieldType.MultiPicklist) { IsRestrictedPicklist = true, Length = 400, PicklistValues = [new("A"), new("B")] },
        new("Owner__c", TargetFieldType.Reference) { Length = 18 },
        new("Made__c", TargetFieldType.String) { Length = 20, IsUpdateable = false },
        new("Later__c", TargetFieldType.String) { Length = 20, IsCreateable = false },
        new("Formula__c", TargetFieldType.String) { Length = 20, IsCreateable = false, IsUpdateable = false },
    ])
    { IsCustom = true };

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(CommittedFile.Root, "tests/Support.Sdk.Domain.Tests/Webinars/Samples", name));

    // The first item of a recorded list.
    public static byte[] FirstItem(string name)
    {
        using var list = JsonDocument.Parse(Sample(name));
        return Encoding.UTF8.GetBytes(list.RootElement.GetProperty("items")[0].GetRawText());
    }

    private static TargetObject FromDescribe(string name)
    {
        using var describe = JsonDocument.Parse(Sample($"describe-{name}.json"));
        var root = describe.RootElement;
        return new TargetObject(root.GetProperty("name").GetString()!, root.GetProperty("fields").EnumerateArray().Select(Field))
        {
            IsCustom = root.GetProperty("custom").GetBoolean(),
            IsCreateable = root.GetProperty("createable").GetBoolean(),
            IsUpdateable = root.GetProperty("updateable").GetBoolean(),
        };
    }

    private static TargetField Field(JsonElement field) => new(field.GetProperty("name").GetString()!, new(field.GetProperty("type").GetString()!))
    {
        Label = field.GetProperty("label").GetString()!,
        Length = field.GetProperty("length").GetInt32(),
        IsNillable = field.GetProperty("nillable").GetBoolean(),
        IsCreateable = field.GetProperty("createable").GetBoolean(),
        IsUpdateable = field.GetProperty("updateable").GetBoolean(),
        IsDefaultedOnCreate = field.GetProperty("defaultedOnCreate").GetBoolean(),
        IsUnique = field.GetProperty("unique").GetBoolean(),
        IsCaseSensitive = field.GetProperty("caseSensitive").GetBoolean(),
        IsExternalId = field.GetProperty("externalId").GetBoolean(),
        IsIdLookup = field.GetProperty("idLookup").GetBoolean(),
        IsRestrictedPicklist = field.GetProperty("restrictedPicklist").GetBoolean(),
        PicklistValues = [.. field.GetProperty("picklistValues").EnumerateArray().Select(value => new TargetPicklistValue(value.GetProperty("value").GetString()!, value.GetProperty("active").GetBoolean()))],
    };
}
