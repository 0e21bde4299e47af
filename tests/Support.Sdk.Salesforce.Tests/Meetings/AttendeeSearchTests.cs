using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Salesforce.People;

namespace Support.Sdk.Salesforce.Tests;

public sealed class AttendeeSearchTests
{
    private static readonly string LeadId = RecordId.Parse("00Q3000000D8cuI").Value;
    private static readonly string Contacts = $$$"""{"totalSize":1,"done":true,"records":[{"Id":"{{{FakeOrg.Contact}}}","Name":"Grace Hopper","Email":"grace@example.com","Account":null}]}""";
    private static readonly string Leads = $$$"""{"totalSize":1,"done":true,"records":[{"Id":"{{{LeadId}}}","Name":"Grace Adams","Email":"ga@example.com","Company":"Acme"}]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(true, false, "Contact")]
    [InlineData(false, true, "Lead")]
    [InlineData(true, true, "Contact,Lead")]
    [Requirement("MTG-14")]
    public async Task Search_WithTheSwitches_AsksOnlyWhatIsSwitchedOn(bool contacts, bool leads, string asked)
    {
        await using var host = Host(contacts, leads);
        host.Salesforce.Always(request => FakeSalesforce.Response(request.Line.Contains("FROM Contact", StringComparison.Ordinal) ? Contacts : Leads, HttpStatusCode.OK));

        var found = await Search(host).SearchAsync("gr", cancellationToken: Ct);

        host.Salesforce.Sent.Select(sent => sent.Line.Split(" FROM ")[1].Split(' ')[0]).ShouldBe(asked.Split(',', StringSplitOptions.RemoveEmptyEntries));
        found.Select(person => person.Kind.ToString()).Order().ShouldBe(asked.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    [Requirement("MTG-14")]
    public async Task Search_OverBoth_GivesPeopleByName()
    {
        await using var host = Host(true, true);
        host.Salesforce.Answer(Contacts).Answer(Leads);

        (await Search(host).SearchAsync(" gr ", cancellationToken: Ct)).ShouldBe(
        [
            new SalesforcePerson(RecordId.Parse(LeadId), SalesforcePersonKind.Lead, "Grace Adams", "ga@example.com", "Acme"),
            new SalesforcePerson(RecordId.Parse(FakeOrg.Contact), SalesforcePersonKind.Contact, "Grace Hopper", "grace@example.com", null),
        ]);
    }

    [Fact]
    public async Task Search_OverBoth_GivesNoMoreThanAskedFor()
    {
        await using var host = Host(true, true);
        host.Salesforce.Answer(Contacts).Answer(Leads);

        (await Search(host).SearchAsync("gr", count: 1, cancellationToken: Ct)).ShouldHaveSingleItem().Name.ShouldBe("Grace Adams");
    }

    [Fact]
    public async Task Search_WithSignsOfTheLanguage_TakesThemAsText()
    {
        await using var host = Host(false, true);
        host.Salesforce.Answer(Leads);

        await Search(host).SearchAsync("O'Ne_l%", cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldBe(
            """GET query?q=SELECT Id, Name, Email, Company FROM Lead WHERE Email != null AND IsConverted = FALSE AND (Name LIKE 'O\'Ne\_l\%%' """
            + """OR LastName LIKE 'O\'Ne\_l\%%' OR Email LIKE 'O\'Ne\_l\%%') ORDER BY Name LIMIT 20""");
    }

    [Fact]
    public async Task Search_WithPastedControlCharacters_TakesThemForBlanks()
    {
        await using var host = Host(true, false);
        host.Salesforce.Answer(Contacts);

        await Search(host).SearchAsync("\u0007ada\tlovelace\r\n", cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldContain("(Name LIKE 'ada lovelace%' OR");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" g ")]
    [InlineData("g\u0007\r\n")]
    public async Task Search_ForTooLittle_FindsNobodyWithoutACall(string text)
    {
        await using var host = Host(true, true);

        (await Search(host).SearchAsync(text, cancellationToken: Ct)).ShouldBeEmpty();

        host.Salesforce.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Search_ForTooMany_IsRefused(int count)
    {
        await using var host = Host(true, true);

        (await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Search(host).SearchAsync("gr", count: count, cancellationToken: Ct))).ParamName.ShouldBe("count");
    }

    private static SalesforceHost Host(bool contacts, bool leads) => new(options =>
    {
        options.AccessToken = SalesforceHost.Token;
        options.Meetings.SearchContacts = contacts;
        options.Meetings.SearchLeads = leads;
    });

    private static AttendeeSearch Search(SalesforceHost host) => host.Services.GetRequiredService<AttendeeSearch>();
}
