using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexPeopleTests : WebexTest
{
    [Fact]
    public async Task Me_Always_IsTheTokensOwner()
    {
        var reply = await GetAsync("people/me");

        reply.Id.ShouldBe(Anna.Id);
        ((string)reply.Json!["emails"]![0]!).ShouldBe("anna@example.com");
    }

    [Fact]
    public async Task List_WithoutAnyCriterion_IsRefusedToOrdinaryUsers()
    {
        (await GetAsync("people")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var admin = Webex.AddUser("root@example.com", "Root", new WebexUserSeed { IsAdministrator = true });
        (await GetAsync("people", admin.AccessToken)).Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task List_ByEmailAndName_FindsExactlyAndByPrefix()
    {
        (await GetAsync("people?email=BEN@example.com")).ItemIds.ShouldBe([Ben.Id]);
        (await GetAsync("people?displayName=Ann")).ItemIds.ShouldBe([Anna.Id]);
        (await GetAsync("people?displayName=Adams")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_ByEmail_FindsNobodyOfAnotherOrganization()
    {
        var other = Webex.AddUser("carl@other.example", "Carl", new WebexUserSeed { OrganizationId = Webex.AddOrganization() });

        (await GetAsync("people?email=carl@other.example")).Items.ShouldBeEmpty();
        var person = await GetAsync("people/" + other.Id);
        person.Status.ShouldBe(HttpStatusCode.OK);
        person.Json!["status"].ShouldBeNull();
    }

    [Fact]
    public async Task List_ById_GivesNoPresenceAndNamesTheMissing()
    {
        var reply = await GetAsync($"people?id={Ben.Id},nobody");

        reply.ItemIds.ShouldBe([Ben.Id]);
        reply.Items[0]!["status"].ShouldBeNull();
        ((string)reply.Json!["notFoundIds"]![0]!).ShouldBe("nobody");
    }

    [Fact]
    public async Task List_MoreThan85Ids_IsRefused() =>
        (await GetAsync("people?id=" + string.Join(',', Enumerable.Range(0, 86)))).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public void AddUser_AddressTaken_Throws() => Should.Throw<ArgumentException>(() => Webex.AddUser("ANNA@example.com", "Another")).ParamName.ShouldBe("email");
}
