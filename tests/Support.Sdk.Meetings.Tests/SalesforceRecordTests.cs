using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Running;
using Support.Sdk.Salesforce.People;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Tests;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

/// <summary>Meetings on records of Salesforce: the workflow, Webex and an org on one clock, over HTTP.</summary>
public sealed class SalesforceRecordTests : IAsyncLifetime
{
    private static readonly CommandOrigin Anna = new(new Actor("anna", "Anna Adams", permissions: [MeetingSetupRefusals.ConfigurePermission]));
    private readonly ManualTimeProvider _clock = new();
    private WebexEmulator _webex = null!;
    private SalesforceEmulator _org = null!;
    private ServiceProvider _services = null!;
    private WebexUser _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MeetingWorkflow Meetings => _services.GetRequiredService<MeetingWorkflow>();

    public async ValueTask InitializeAsync()
    {
        _webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = _clock, InstanceDetailsDelay = TimeSpan.Zero }, Cancel);
        _host = _webex.AddUser("anna@example.com", "Anna Adams");
        _org = await SalesforceEmulator.StartAsync(new SalesforceEmulatorOptions { TimeProvider = _clock }, Cancel);
        _org.AddField("Event", SalesforceField.Text("Support_Sdk_Key__c", 255) with { ExternalId = true, Unique = true, CaseSensitive = true });
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IMachineStore>(new InMemoryMachineStore());
        services.AddSupportSdk(options =>
        {
            options.Effects.WorkerEnabled = false;
            options.Deadlines.WorkerEnabled = false;
        });
        services.AddWebex(options =>
        {
            options.BaseAddress = _webex.ApiAddress;
            options.AccessToken = _host.AccessToken;
            options.Http.MaxRetries = 0;
        });
        services.AddSalesforce(options =>
        {
            options.BaseAddress = _org.BaseAddress;
            options.AccessToken = _org.CreateAccessToken();
            options.Http.MaxRetries = 0;
            options.Meetings.SearchContacts = true;
        });
        _services = services.BuildServiceProvider();
        (await _services.GetRequiredService<MeetingSetups>().CompleteAsync(WorkItemRef.Salesforce, "", "emulated.webex.com", Anna, Cancel)).ValueOrThrow();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _org.DisposeAsync();
        await _webex.DisposeAsync();
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Schedule_OnARecord_LeavesOneEventThatFollowsTheMeeting()
    {
        var account = _org.AddRecord("Account", ("Name", "Engines"));
        var item = new WorkItemRef(WorkItemRef.Salesforce, "", account);

        var (meeting, _) = (await Meetings.ScheduleAsync(Request(item), Anna, Cancel)).ValueOrThrow();

        var record = _org.Query("SELECT Subject, WhatId, StartDateTime, EndDateTime, Location, ShowAs, Description FROM Event").ShouldHaveSingleItem();
        (record["Subject"], record["WhatId"], record["ShowAs"]).ShouldBe(("Look at the printer", account, "Busy"));
        record["Location"].ShouldBe(meeting.Access!.JoinLink);
        record["Description"].ShouldNotBeNull().ShouldContain(meeting.Access.JoinLink);
        DateTimeOffset.Parse(record["StartDateTime"]!.Replace("+0000", "Z", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(meeting.Plan.StartsAt);
        _clock.AdvanceTo(meeting.Plan.StartsAt);
        (await Meetings.JoinAsync(item, meeting.Id, Cancel)).ValueOrThrow().ShouldBe(new Uri(meeting.Access.JoinLink));
    }

    [Fact]
    [Requirement("MTG-14")]
    public async Task Schedule_WithPeopleFoundInTheOrg_InvitesThemAtWebex()
    {
        _org.AddRecord("Contact", ("FirstName", "Ada"), ("LastName", "Lovelace"), ("Email", "ada@example.com"));
        _org.AddRecord("Contact", ("FirstName", "Adam"), ("LastName", "Without"));
        _org.AddRecord("Lead", ("FirstName", "Ada"), ("LastName", "Lead"), ("Company", "Engines"), ("Email", "lead@example.com"));
        var search = _services.GetRequiredService<AttendeeSearch>();
        var item = new WorkItemRef(WorkItemRef.Salesforce, "", _org.AddRecord("Account", ("Name", "Engines")));

        var found = await search.SearchAsync("ada", cancellationToken: Cancel);
        (await Meetings.ScheduleAsync(Request(item) with { Invitees = [.. found.Select(person => person.Email)] }, Anna, Cancel)).ValueOrThrow();

        found.ShouldHaveSingleItem("leads are switched off, and who has no address cannot be invited").Email.ShouldBe("ada@example.com");
        _webex.Requests.Single(request => request is { Method: "POST", Path: "/v1/meetings" }).Body.ShouldContain("ada@example.com");
    }

    private ScheduleMeetingRequest Request(WorkItemRef item) =>
        Requests.Schedule(item, _clock.GetUtcNow().AddHours(3), new ReplyRequest { Submission = ReplySubmission.AtOnce });
}
