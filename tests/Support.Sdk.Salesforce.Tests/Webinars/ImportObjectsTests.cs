using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests.Webinars;

public class ImportObjectsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describe_OfAnObject_SaysEveryFlagOfItsFields()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Key__c", 20) with { Label = "Key", ExternalId = true, Unique = true, CaseSensitive = true });
        org.Emulator.AddField("Contact", SalesforceField.Picklist("Size__c", ["S", "M"], restricted: true) with { DefaultValue = "M" });

        var contact = (await org.Objects.DescribeAsync("", "contact", Ct))!;

        (contact.Name, contact.IsCustom, contact.IsCreateable, contact.IsUpdateable).ShouldBe(("Contact", false, true, true));
        Field(contact, "Key__c").ShouldSatisfyAllConditions(
            key => (key.Label, key.Type, key.Length).ShouldBe(("Key", TargetFieldType.String, 20)),
            key => (key.IsUnique, key.IsCaseSensitive, key.IsExternalId, key.IsIdLookup, key.IsNillable).ShouldBe((true, true, true, true, true)));
        Field(contact, "Size__c").ShouldSatisfyAllConditions(
            size => (size.Type, size.IsRestrictedPicklist, size.IsDefaultedOnCreate).ShouldBe((TargetFieldType.Picklist, true, true)),
            size => size.PicklistValues.ShouldBe([new TargetPicklistValue("S"), new TargetPicklistValue("M")]));
        Field(contact, "LastName").IsRequired.ShouldBeTrue();
        Field(contact, "Name").ShouldSatisfyAllConditions(name => name.IsCreateable.ShouldBeFalse(), name => name.IsUpdateable.ShouldBeFalse());
        (Field(contact, "Email").IsIdLookup, Field(contact, "Email").IsUnique).ShouldBe((true, false));
    }

    [Fact]
    public async Task Describe_OfNoObject_GivesNull()
    {
        await using var org = await EmulatedOrg.StartAsync();

        (await org.Objects.DescribeAsync("", "Nothing__c", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Describe_OfACustomObject_SaysThatItIsOne()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddObject("Visitor__c", "Visitor", "a01", SalesforceField.Email("Email__c"));

        var visitor = (await org.Objects.DescribeAsync("", "Visitor__c", Ct))!;

        visitor.IsCustom.ShouldBeTrue();
        Field(visitor, "Email__c").Type.ShouldBe(TargetFieldType.Email);
    }

    [Fact]
    public async Task Read_OfManyRecords_LeavesOutWhatIsGone()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 2100).Select(i => org.AddContact($"N{i}", i % 2 == 0 ? $"{i}@example.com" : null))];
        await org.Client.Records.DeleteAsync("Contact", ids[2], Ct);

        var read = await org.Objects.ReadAsync("", "Contact", ["LastName", "Email", "lastname"], ids, Ct).ToListAsync(Ct);

        read.Count.ShouldBe(2099);
        read.Select(pair => pair.Key).ShouldBe(ids.Where((_, i) => i != 2));
        read[^1].Value.ShouldBe(["N2099", null, "N2099"]);
        read[0].Value.ShouldBe(["N0", "0@example.com", "N0"]);
        org.CountRequests("POST", "/composite/sobjects/Contact").ShouldBe(2);
    }

    private static TargetField Field(TargetObject target, string name) => target.TryFind(name, out var field) ? field : throw new InvalidOperationException(name);
}
