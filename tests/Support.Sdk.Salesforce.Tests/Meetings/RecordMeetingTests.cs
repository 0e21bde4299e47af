using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.Salesforce.People;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Work;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Salesforce.Tests;

/// <summary>Meetings on a Salesforce record through the workflow that host applications call.</summary>
public sealed class RecordMeetingTests : IAsyncDisposable
{
    private static readonly CommandOrigin Anna = new(new Actor("anna", "Anna Adams", permissions: [MeetingSetupRefusals.ConfigurePermission]));
    private static readonly WorkItemRef Item = new(WorkItemRef.Salesforce, "", FakeOrg.Case);
    private static readonly DateTimeOffset Start = SalesforceHost.Now.AddHours(3);
    private readonly FakeProvider _provider = new();
    private SalesforceHost? _host;
    private FakeOrg? _org;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MeetingWorkflow Meetings => _host!.Services.GetRequiredService<MeetingWorkflow>();

    private MeetingSetups Setups => _host!.Services.GetRequiredService<MeetingSetups>();

    private DueWork Work => _host!.Services.GetRequiredService<DueWork>();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Schedule_OnARecord_LeavesOneEventWithTheMeeting_AndJoinGivesItsLink()
    {
        await SetUpAsync();

        var (meeting, reply) = (await ScheduleAsync()).ValueOrThrow();

        reply!.Status.ShouldBe(ReplyStatus.Submitted);
        var (key, record) = _org!.Events.ShouldHaveSingleItem();
        key.ShouldBe($"{FakeOrg.Case}-meeting-{meeting.Id}");
        Text(record, "WhatId").ShouldBe(FakeOrg.Case);
        Text(record, "Subject").ShouldBe("Look at the printer");
        Text(record, "StartDateTime").ShouldBe("2026-03-02T12:00:00.000Z");
        Text(record, "EndDateTime").ShouldBe("2026-03-02T12:45:00.000Z");
        Text(record, "ShowAs").ShouldBe("Busy");
        Text(record, "Location").ShouldBe(meeting.Access!.JoinLink);
        Text(record, "Description").ShouldBe(reply.Text);
        reply.Text.ShouldContain(meeting.Access.JoinLink);

        (await Meetings.JoinAsync(Item, meeting.Id, Ct)).Refusal!.Code.ShouldBe(MeetingRefusals.NotYet.Code);
        _host!.Clock.Advance(TimeSpan.FromHours(3));
        (await Meetings.JoinAsync(Item, meeting.Id, Ct)).ValueOrThrow().ShouldBe(new Uri(meeting.Access.JoinLink));
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Schedule_WithALogObjectOfTheOrgsOwn_WritesItsFieldsAlone()
    {
        await SetUpAsync(meetings =>
        {
            meetings.Object = "Meeting_Log__c";
            meetings.KeyField = "Key__c";
            meetings.RecordField = "Case__c";
            meetings.SubjectField = "Topic__c";
            meetings.TextField = "Text__c";
            meetings.LinkField = meetings.AvailabilityField = meetings.EndField = null;
            meetings.StartField = "Start__c";
        });
        _host!.Salesforce
            .Answer(_org!.Records["Case/" + FakeOrg.Case])
            .Answer("""{"name":"Meeting_Log__c","fields":[{"name":"Key__c","length":255,"externalId":true,"unique":true,"caseSensitive":true,"createable":true}]}""")
            .Answer("""{"id":"a0B000000000001AAA","success":true,"errors":[]}""", HttpStatusCode.Created);

        var (meeting, reply) = (await ScheduleAsync()).ValueOrThrow();

        reply!.Status.ShouldBe(ReplyStatus.Submitted);
        _host.Salesforce.Last.Line.ShouldBe("POST sobjects/Meeting_Log__c");
        _host.Salesforce.Last.Json.EnumerateObject().Select(field => field.Name).ShouldBe(["Case__c", "Text__c", "Topic__c", "Start__c", "Key__c"]);
        _host.Salesforce.Last.Json.GetProperty("Key__c").GetString().ShouldBe($"{FakeOrg.Case}-meeting-{meeting.Id}");
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Cancel_OfAScheduledMeeting_FreesItsEventAndTellsSo()
    {
        await SetUpAsync();
        var meeting = (await ScheduleAsync()).ValueOrThrow().Meeting;

        var (cancelled, reply) = (await Meetings.CancelAsync(Item, meeting.Id, confirmed: true, AtOnce, Anna, Ct)).ValueOrThrow();

        cancelled.Status.ShouldBe(MeetingStatus.Cancelled);
        _provider.Deleted.ShouldBe([meeting.Access!.ProviderId!]);
        var record = _org!.Events.ShouldHaveSingleItem().Value;
        (Text(record, "ShowAs"), Text(record, "Description")).ShouldBe(("Free", reply!.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("MTG-12")]
    public async Task End_OfAMeetingThatWasHeld_IsLoggedOnItsEventIfSwitchedOn(bool isLogged)
    {
        await SetUpAsync();
        (await Setups.ExecuteAsync(WorkItemRef.Salesforce, "", new MeetingSetupCommand.ConfigureLogging(isLogged), Anna, Ct)).ValueOrThrow();
        var (meeting, reply) = (await ScheduleAsync()).ValueOrThrow();
        _host!.Clock.Advance(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(10));
        (await Meetings.StartAsync(Item, meeting.Id, Anna, Ct)).ValueOrThrow();

        _host.Clock.Advance(TimeSpan.FromHours(1));
        await Work.RunAllAsync(Ct);

        var record = _org!.Events.ShouldHaveSingleItem().Value;
        Text(record, "StartDateTime").ShouldBe(isLogged ? "2026-03-02T12:10:00.000Z" : "2026-03-02T12:00:00.000Z");
        (Text(record, "Description") == reply!.Text).ShouldBe(!isLogged);
    }

    [Fact]
    [Requirement("MTG-12")]
    public async Task Schedule_OnARecordTheUserMayNotSee_IsRefusedAsNotFound()
    {
        await SetUpAsync();
        _org!.Records.Clear();

        (await ScheduleAsync()).Refusal!.Code.ShouldBe(MeetingRefusals.WorkItemNotFound.Code);

        (_provider.Orders.Count, _org.Events.Count).ShouldBe((0, 0));
    }

    [Fact]
    [Requirement("MTG-14")]
    public async Task Schedule_WithAPersonThatWasFound_InvitesThem()
    {
        await SetUpAsync(meetings => meetings.SearchContacts = true);
        _host!.Salesforce.Answer(
            $$$"""{"totalSize":1,"done":true,"records":[{"Id":"{{{FakeOrg.Contact}}}","Name":"Ada Lovelace","Email":"ada@example.com","Account":{"Name":"Engines"}}]}""");
        var found = await _host.Services.GetRequiredService<AttendeeSearch>().SearchAsync("ada", cancellationToken: Ct);

        (await ScheduleAsync([.. found.Select(person => person.Email)])).ValueOrThrow();

        _provider.Orders.ShouldHaveSingleItem().Plan.Invitees.ShouldBe(["ada@example.com"]);
    }

    private static ReplyRequest AtOnce => new() { Submission = ReplySubmission.AtOnce };

    private static string? Text(JsonObject record, string field) => (string?)record[field];

    private ValueTask<Outcome<MeetingResult>> ScheduleAsync(IReadOnlyList<string>? invitees = null) => Meetings.ScheduleAsync(
        new ScheduleMeetingRequest
        {
            WorkItem = Item,
            Host = new MeetingHost("fake", "", "anna@example.com"),
            Topic = "Look at the printer",
            Start = MeetingStart.At(Start, "Europe/Paris"),
            Duration = TimeSpan.FromMinutes(45),
            Invitees = invitees ?? [],
            Reply = AtOnce,
        },
        Anna,
        Ct);

    private async Task SetUpAsync(Action<SalesforceMeetingOptions>? configure = null)
    {
        _host = new SalesforceHost(
            options =>
            {
                options.AccessToken = SalesforceHost.Token;
                configure?.Invoke(options.Meetings);
            },
            register: services =>
            {
                services.AddSingleton<IMachineStore>(new InMemoryMachineStore());
                services.AddKeyedSingleton<IMeetingProvider>("fake", _provider);
                services.AddSupportSdk(options =>
                {
                    options.Effects.WorkerEnabled = false;
                    options.Deadlines.WorkerEnabled = false;
                });
            });
        _org = new FakeOrg(_host.Salesforce);
        (await Setups.CompleteAsync(WorkItemRef.Salesforce, "", "acme.webex.com", Anna, Ct)).ValueOrThrow();
    }
}
