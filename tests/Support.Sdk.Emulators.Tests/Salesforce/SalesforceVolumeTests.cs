using Shouldly;

namespace Support.Sdk.Emulators.Tests.Salesforce;

/// <summary>An org of many records. Alone, for the memory of the whole process is measured.</summary>
[CollectionDefinition(nameof(SalesforceVolumeTests), DisableParallelization = true)]
[Collection(nameof(SalesforceVolumeTests))]
public sealed class SalesforceVolumeTests : SalesforceTest
{
    private const int Count = 200_000;

    /// <summary>
    /// About 160 are needed: an array of 24 bytes for the runtime, 24 of stamps and 70 of values, its place in the list, and three integers in each of two indexes, each with the
    /// room in which lists grow. Two and a half times as much still holds a million in half a gigabyte; one string a value would take more.
    /// </summary>
    private const int MostBytesOfARecord = 400;

    [Fact]
    public async Task Contacts_ByTheHundredThousand_TakeLittleMemoryAndAreFoundByIndex()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++)
        {
            Salesforce.AddRecord("Contact", ("LastName", $"Person {i}"), ("Email", $"person{i}@example.com"), ("Key__c", $"k{i}"));
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        TestContext.Current.SendDiagnosticMessage($"{bytes} bytes a record");
        bytes.ShouldBeLessThan(MostBytesOfARecord);
        (await VisitsAsync("Email = 'PERSON123456@example.com'", 1)).ShouldBeLessThan(10);
        (await VisitsAsync($"Email IN ({string.Join(',', Enumerable.Range(1000, 100).Select(i => $"'person{i}@example.com'"))})", 100)).ShouldBeLessThan(1000);
        (await VisitsAsync("Key__c = 'k77' AND LastName LIKE 'Person%'", 1)).ShouldBeLessThan(10);
        (await VisitsAsync("LastName = 'Person 5'", 1)).ShouldBe(Count, "no index, so that the count is known to count");
    }

    private async Task<long> VisitsAsync(string where, int found)
    {
        var before = Salesforce.Visits("Contact");
        var reply = await QueryAsync("SELECT Id FROM Contact WHERE " + where);
        Values(reply, "Id").Count().ShouldBe(found, where);
        return Salesforce.Visits("Contact") - before;
    }
}
