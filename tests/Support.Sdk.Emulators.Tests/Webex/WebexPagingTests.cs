using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexPagingTests : WebexTest
{
    protected override void Configure(WebexEmulatorOptions options) => options.InsertEmptyPages = true;

    [Fact]
    public async Task List_ManyPages_LinksThroughEmptyOnesToTheEnd()
    {
        for (var i = 0; i < 5; i++)
        {
            await CreateMeetingAsync();
        }

        var sizes = new List<int>();
        var ids = new HashSet<string>();
        for (var next = "meetings?meetingType=meetingSeries&max=2"; next is not null;)
        {
            var page = await GetAsync(next);
            sizes.Add(page.Items.Count);
            ids.UnionWith(page.ItemIds);
            next = page.Next;
        }

        sizes.ShouldBe([2, 0, 2, 0, 1]);
        ids.Count.ShouldBe(5);
    }

    [Fact]
    public async Task List_WithNextPage_LinksWithTheQueryAndValuelessParameters()
    {
        for (var i = 0; i < 11; i++)
        {
            await CreateMeetingAsync();
        }

        var page = await GetAsync("meetings?state=active");

        page.Items.Count.ShouldBe(10);
        page.Next.ShouldStartWith(Webex.ApiAddress + "meetings?state=active&max=10&before&after=");
        page.Headers["Link"].ShouldEndWith("; rel=\"next\"");
    }

    [Fact]
    public async Task List_MaxAboveTheCap_IsLoweredSilently()
    {
        var meeting = await CreateMeetingAsync(more: ""","invitees":[""" + string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"email":"i{{i}}@example.com"}""")) + "]");

        var page = await GetAsync($"meetingInvitees?max=1000&meetingId={meeting.Id}");

        page.Items.Count.ShouldBe(100);
        page.Next.ShouldNotBeNull().ShouldContain("max=100&");
    }
}
