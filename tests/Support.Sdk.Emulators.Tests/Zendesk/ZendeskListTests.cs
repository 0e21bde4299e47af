using Shouldly;
using Support.Sdk.Emulators.Zendesk;

namespace Support.Sdk.Emulators.Tests.Zendesk;

public class ZendeskListTests
{
    [Fact]
    public async Task Tickets_ByCursor_EndWithAnEmptyPage()
    {
        await using var fixture = await WithTicketsAsync(4);
        var sizes = new List<int>();
        var path = "api/v2/tickets.json?page[size]=2";
        ZendeskFixture.Answer page;
        do
        {
            page = await fixture.GetAsync(path);
            sizes.Add(page["tickets"].AsArray().Count);
            path = (string?)page["links"]["next"] ?? "";
        }
        while ((bool)page["meta"]["has_more"]!);

        sizes.ShouldBe([2, 2, 0]);
        page["meta"]["after_cursor"].ShouldBeNull();
        page["links"]["prev"].ShouldBeNull();
    }

    [Fact]
    public async Task Tickets_CursorBackwards_GivesTheFormerPage()
    {
        await using var fixture = await WithTicketsAsync(5);
        var first = await fixture.GetAsync("api/v2/tickets?page[size]=2&sort=-id");
        var second = await fixture.GetAsync((string)first["links"]["next"]!);
        var back = await fixture.GetAsync((string)second["links"]["prev"]!);
        Ids(second).ShouldBe([3, 2]);
        Ids(back).ShouldBe([5, 4]);
    }

    [Theory]
    [InlineData("page[size]=101", "InvalidPaginationParameter")]
    [InlineData("page[size]=0", "InvalidPaginationParameter")]
    [InlineData("page[size]=ten", "InvalidPaginationParameter")]
    [InlineData("page[size]=2&page[after]=rubbish", "InvalidPaginationParameter")]
    [InlineData("page[size]=2&sort=subject", "InvalidPaginationParameter")]
    [InlineData("page=101&per_page=100", "InvalidPaginationDepth")]
    public async Task Tickets_InvalidPaging_Answers400(string query, string code)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var answer = await fixture.GetAsync("api/v2/tickets?" + query);
        answer.Status.ShouldBe(400);
        ((string?)answer["errors"][0]!["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task Tickets_ByOffset_CountAndLink()
    {
        await using var fixture = await WithTicketsAsync(3);
        var page = await fixture.GetAsync("api/v2/tickets?per_page=2&page=2");
        Ids(page).ShouldBe([3]);
        ((int?)page["count"]).ShouldBe(3);
        page.Json["next_page"].ShouldBeNull();
        (await fixture.GetAsync((string)page["previous_page"]!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task ShowMany_UnknownIds_AreLeftOut()
    {
        await using var fixture = await WithTicketsAsync(2);
        Ids(await fixture.GetAsync("api/v2/tickets/show_many?ids=2,99,1")).ShouldBe([2, 1]);
        (await fixture.GetAsync($"api/v2/tickets/show_many?ids={string.Join(',', Enumerable.Range(1, 101))}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Users_ByRole_SearchAndAutocomplete()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        fixture.Zendesk.AddUser("Zoe Admin", "zoe@example.com", ZendeskRole.Admin);
        var staff = await fixture.GetAsync("api/v2/users?role[]=agent&role[]=admin&page[size]=100");
        Names(staff).ShouldBe(["Ada Agent", "Zoe Admin"]);
        Names(await fixture.GetAsync("api/v2/users/search?query=email:CARL@example.com")).ShouldBe(["Carl Customer"]);
        Names(await fixture.GetAsync("api/v2/users/autocomplete?name=zo")).ShouldBe(["Zoe Admin"]);
        Names(await fixture.GetAsync($"api/v2/users/show_many?ids={fixture.Agent.Id}")).ShouldBe(["Ada Agent"]);
        (await fixture.GetAsync("api/v2/users/search?query=a&page[size]=5")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("type:ticket status<solved", "1,3")]
    [InlineData("type:ticket requester:nina@example.com", "3")]
    [InlineData("type:ticket tags:vip -status:solved", "1")]
    [InlineData("type:ticket status:solved status:open", "2")]
    [InlineData("type:ticket custom_field_7:\"gold ring\"", "1")]
    [InlineData("type:ticket created>2026-03-02", "3")]
    public async Task Search_Query_FindsTheTickets(string query, string ids)
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        var second = fixture.Zendesk.AddTicket(fixture.Customer, "Second", assignee: fixture.Agent, tags: ["vip"]);
        await fixture.UpdateAsync("""{"tags":["vip"],"custom_fields":[{"id":7,"value":"gold ring"}]}""");
        await fixture.UpdateAsync("""{"status":"solved"}""", second.Id);
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        await fixture.CreateAsync("""{"comment":{"body":"x"},"requester":{"name":"Nina","email":"nina@example.com"}}""");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var found = await fixture.GetAsync($"api/v2/search.json?query={Uri.EscapeDataString(query)}&sort_by=created_at&sort_order=asc");
        string.Join(',', found["results"].AsArray().Select(hit => (long)hit!["id"]!)).ShouldBe(ids);
        ((int?)(await fixture.GetAsync($"api/v2/search/count?query={Uri.EscapeDataString(query)}"))["count"]).ShouldBe(found["results"].AsArray().Count);
    }

    [Fact]
    public async Task Search_IndexLagsBehindWrites()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        await fixture.UpdateAsync("""{"status":"pending"}""");
        (await CountAsync("new")).ShouldBe(1);
        (await CountAsync("pending")).ShouldBe(0);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        (await CountAsync("new")).ShouldBe(0);
        (await CountAsync("pending")).ShouldBe(1);

        async Task<int> CountAsync(string status) => (int)(await fixture.GetAsync($"api/v2/search/count?query=type:ticket%20status:{status}"))["count"]!;
    }

    [Fact]
    public async Task Search_BeyondAThousand_Answers422()
    {
        await using var fixture = await ZendeskFixture.StartAsync();
        (await fixture.GetAsync("api/v2/search?query=type:ticket&page=11&per_page=100")).Status.ShouldBe(422);
        (await fixture.GetAsync("api/v2/search?query=type:ticket&page[size]=10")).Status.ShouldBe(400);
        (await fixture.GetAsync("api/v2/search?query=sturgeon:5")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Export_FollowsItsRules()
    {
        await using var fixture = await WithTicketsAsync(3);
        (await fixture.GetAsync("api/v2/search/export?query=printer")).Status.ShouldBe(400);
        (await fixture.GetAsync("api/v2/search/export?query=type:ticket&filter[type]=ticket")).Status.ShouldBe(400);
        var page = await fixture.GetAsync("api/v2/search/export?query=status:new&filter[type]=ticket&page[size]=2");
        page["results"].AsArray().Count.ShouldBe(2);
        page["links"]["prev"].ShouldBeNull();
        page.Json.ContainsKey("count").ShouldBeFalse();
        var next = (string)page["links"]["next"]!;
        (await fixture.GetAsync(next))["results"].AsArray().Count.ShouldBe(1);
        fixture.Clock.Advance(TimeSpan.FromMinutes(61));
        (await fixture.GetAsync(next)).Status.ShouldBe(400);
    }

    private static IEnumerable<long> Ids(ZendeskFixture.Answer answer) => answer["tickets"].AsArray().Select(ticket => (long)ticket!["id"]!);

    private static IEnumerable<string> Names(ZendeskFixture.Answer answer) => answer["users"].AsArray().Select(user => (string)user!["name"]!);

    private static async Task<ZendeskFixture> WithTicketsAsync(int count)
    {
        var fixture = await ZendeskFixture.StartAsync();
        for (var i = 2; i <= count; i++)
        {
            fixture.Zendesk.AddTicket(fixture.Customer, $"Ticket {i}");
        }

        return fixture;
    }
}
