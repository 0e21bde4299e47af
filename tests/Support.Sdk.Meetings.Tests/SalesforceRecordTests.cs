using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Salesforce.People;
using Support.Sdk.Tests;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>Meetings on records of Salesforce: the workflow, Webex and an org on one clock, over HTTP.</summary>
public sealed class SalesforceRecordTests : IAsyncLifetime
{
    private static readonly ReplyRequest AtOnce = new() { Submission = ReplySubmission.AtOnce };
    private Vendors _vendors = null!;
    private Org _org = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _vendors = await Vendors.StartAsync(Cancel);
        _org = await _vendors.AddOrgAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _vendors.DisposeAsync();

    [Theory]
    [InlineData("Account", false)]
    [InlineData("Case", false)]
    [InlineData("Contact", true)]
    [InlineData("Lead", true)]
    [InlineData(Org.Visit, false)]
    [Requirement("MTG-12")]
    public async Task Schedule_OnARecord_LeavesOneEventThatFollowsTheMeeting(string objectName, bool isPerson)
    {
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        var item = _org.Add(objectName);

        var meeting = await ScheduleAsync(host, item);

        var record = _org.Events(item).ShouldHaveSingleItem();
        (record["WhoId"], record["WhatId"]).ShouldBe(isPerson ? (item.Id, null) : (null, item.Id));
        (record["Subject"], record["ShowAs"], record["DurationInMinutes"]).ShouldBe(("Look at the printer", "Busy", "45"));
        (record["StartDateTime"], record["EndDateTime"]).ShouldBe((Org.Instant(meeting.Plan.StartsAt), Org.Instant(meeting.Plan.EndsAt)));
        record["Location"].ShouldBe(meeting.Access!.JoinLink);
        record["Description"].ShouldNotBeNull().ShouldContain(meeting.Access.JoinLink);

        var (cancelled, reply) = (await host.Meetings.CancelAsync(item, meeting.Id, confirmed: true, AtOnce, HostApp.Anna, Cancel)).ValueOrThrow();

        cancelled.Status.ShouldBe(MeetingStatus.Cancelled);
        record = _org.Events(item).ShouldHaveSingleItem();
        (record["ShowAs"], record["Description"]).ShouldBe(("Free", reply!.Text));
        _vendors.Webex.Meetings.StateOf(meeting.Access.ProviderId!).ShouldBeNull();
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Join_OfAMeetingOnARecord_GivesItsLinkFromTheStart()
    {
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        var item = _org.Add("Account");
        var meeting = await ScheduleAsync(host, item);

        (await host.Meetings.JoinAsync(item, meeting.Id, Cancel)).Refusal!.Code.ShouldBe(MeetingRefusals.NotYet.Code);
        _vendors.Clock.AdvanceTo(meeting.Plan.StartsAt);
        (await host.Meetings.JoinAsync(item, meeting.Id, Cancel)).ValueOrThrow().ShouldBe(new Uri(meeting.Access!.JoinLink));
    }

    [Theory]
    [InlineData("Contact", true)]
    [InlineData(Org.Visit, true)]
    [InlineData("Account", false)]
    [Requirement("MTG-12")]
    public async Task End_OfAMeetingThatWasHeld_IsLoggedOnItsEventIfSwitchedOn(string objectName, bool isLogged)
    {
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        (await host.Setups.ExecuteAsync(WorkItemRef.Salesforce, "", new MeetingSetupCommand.ConfigureLogging(isLogged), HostApp.Anna, Cancel)).ValueOrThrow();
        var item = _org.Add(objectName);
        var meeting = await ScheduleAsync(host, item);
        var invited = _org.Events(item).ShouldHaveSingleItem()["Description"];
        _vendors.Clock.AdvanceTo(meeting.Plan.StartsAt.AddMinutes(10));
        (await host.Meetings.StartAsync(item, meeting.Id, HostApp.Anna, Cancel)).ValueOrThrow();

        _vendors.Clock.Advance(TimeSpan.FromHours(1));
        await host.Work.RunAllAsync(Cancel);

        var record = _org.Events(item).ShouldHaveSingleItem();
        record["StartDateTime"].ShouldBe(Org.Instant(meeting.Plan.StartsAt.AddMinutes(isLogged ? 10 : 0)));
        record["ActivityDateTime"].ShouldBe(record["StartDateTime"]);
        (record["Description"] == invited).ShouldBe(!isLogged);
    }

    [Theory]
    [InlineData("Account")]
    [InlineData("Contact")]
    [InlineData("Lead")]
    [InlineData(Org.Visit)]
    [Requirement("MTG-12")]
    public async Task Schedule_WithALogObjectOfTheOrgsOwn_WritesOneRecordOfIt(string objectName)
    {
        _org.Meetings = Org.UseLog;
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        var item = _org.Add(objectName);

        var meeting = await ScheduleAsync(host, item);
        var invited = _org.Logs(item).ShouldHaveSingleItem();
        var (_, reply) = (await host.Meetings.CancelAsync(item, meeting.Id, confirmed: true, AtOnce, HostApp.Anna, Cancel)).ValueOrThrow();

        (invited["Topic__c"], invited["Start__c"]).ShouldBe(("Look at the printer", Org.Instant(meeting.Plan.StartsAt)));
        invited["Text__c"].ShouldNotBeNull().ShouldContain(meeting.Access!.JoinLink);
        _org.Logs(item).ShouldHaveSingleItem()["Text__c"].ShouldBe(reply!.Text);
        _org.Emulator.Count("Event").ShouldBe(0);
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Schedule_OnARecordThatWasDeleted_IsRefusedAsNotFound()
    {
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        var item = _org.Add("Account");
        await host.Services.GetRequiredService<Support.Sdk.Salesforce.ISalesforceClientFactory>().GetClient().Records.DeleteAsync("Account", item.Id, cancellationToken: Cancel);

        (await host.Meetings.ScheduleAsync(Request(item), HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe(MeetingRefusals.WorkItemNotFound.Code);

        _vendors.CountRequests("POST", "/v1/meetings").ShouldBe(0);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [Requirement("MTG-14")]
    public async Task Schedule_WithPeopleFoundInTheOrg_InvitesThemAtWebex(bool contacts, bool leads)
    {
        _org.Meetings = meetings => (meetings.SearchContacts, meetings.SearchLeads) = (contacts, leads);
        await using var host = await HostApp.StartReadyAsync(_vendors, Cancel);
        var account = _org.Add("Account");
        _org.Emulator.AddRecord("Contact", ("FirstName", "Ada"), ("LastName", "Lovelace"), ("Email", "ada@example.com"), ("AccountId", account.Id));
        _org.Emulator.AddRecord("Contact", ("FirstName", "Adam"), ("LastName", "Without"));
        _org.Emulator.AddRecord("Lead", ("FirstName", "Ada"), ("LastName", "Byron"), ("Company", "Poems"), ("Email", "lead@example.com"));
        _org.Emulator.AddRecord("Lead", ("FirstName", "Ada"), ("LastName", "Converted"), ("Company", "Poems"), ("Email", "converted@example.com"), ("IsConverted", true));

        var found = await host.Services.GetRequiredService<AttendeeSearch>().SearchAsync("ada", cancellationToken: Cancel);
        await ScheduleAsync(host, account, [.. found.Select(person => person.Email)]);

        // By name; who has no address cannot be invited, and a converted lead is a contact.
        (string Name, string? Company)[] expected = [.. leads ? [("Ada Byron", "Poems")] : Array.Empty<(string, string?)>(), .. contacts ? [("Ada Lovelace", "Engines")] : Array.Empty<(string, string?)>()];
        found.Select(person => (person.Name, person.Company)).ShouldBe(expected);
        var body = _vendors.Webex.Requests.Single(request => request is { Method: "POST", Path: "/v1/meetings" }).Body;
        (body.Contains("ada@example.com", StringComparison.Ordinal), body.Contains("lead@example.com", StringComparison.Ordinal)).ShouldBe((contacts, leads));
    }

    private async Task<Meeting> ScheduleAsync(HostApp host, WorkItemRef item, IReadOnlyList<string>? invitees = null) =>
        (await host.Meetings.ScheduleAsync(Request(item) with { Invitees = invitees ?? [] }, HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

    private ScheduleMeetingRequest Request(WorkItemRef item) => Requests.Schedule(item, _vendors.Clock.GetUtcNow().AddHours(3), AtOnce);
}
