using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Architecture.Snippets;

public sealed class FirstMeetingSnippets
{
    [Fact]
    public async Task FirstMeeting_OnTheEmulators_BecomesAPublicReply()
    {
        var (link, reply) = await RunFirstMeetingAsync();

        link.ShouldStartWith("https://emulated.webex.com/");
        reply.ShouldContain(link);
    }

    [Fact]
    public void Refusal_OfACommand_IsAValueWithATextAndARemedy()
    {
        #region DecisionIsData
        var now = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var host = new MeetingHost("webex", "", "anna@example.com");
        var plan = new MeetingPlan("Printer on fire", now.AddMinutes(-5), TimeSpan.FromMinutes(30), "Europe/Paris", now.AddMinutes(-5), []);
        var reply = new ReplyPlan("reply-1", ReplySubmission.Draft, "en");

        var decision = MeetingMachine.Decide(
            state: null,
            new MeetingCommand.Schedule("meeting-1", host, plan, reply, MeetingPrerequisites.Met),
            new CommandContext(new Actor("anna@example.com"), now));

        Console.WriteLine(decision.Refusal);  // meetings.start-in-past(start: …, now: …)
        #endregion

        decision.Refusal!.Code.ShouldBe(MeetingRefusals.StartInPast.Code);
    }

    private static async Task<(string Link, string Reply)> RunFirstMeetingAsync()
    {
        #region FirstMeeting
        await using var webex = await WebexEmulator.StartAsync();
        await using var zendesk = await ZendeskEmulator.StartAsync();
        var anna = webex.AddUser("anna@example.com", "Anna Adams");
        var agent = zendesk.AddUser("Anna Adams", "anna@example.com", ZendeskRole.Agent);
        var ticket = zendesk.AddTicket(zendesk.AddUser("Carl", "carl@example.com", ZendeskRole.EndUser), "Printer on fire");

        var services = new ServiceCollection().AddSupportSdk().AddInMemoryStore();
        services.AddWebex(options => (options.BaseAddress, options.AccessToken) = (webex.ApiAddress, anna.AccessToken));
        services.AddZendesk(options => (options.BaseAddress, options.AccessToken) = (zendesk.BaseAddress, zendesk.CreateAccessToken(agent).AccessToken));
        await using var provider = services.BuildServiceProvider();

        var me = new CommandOrigin(new Actor("anna@example.com", permissions: [MeetingSetupRefusals.ConfigurePermission]));
        await provider.GetRequiredService<MeetingSetups>().CompleteAsync("zendesk", "", "emulated.webex.com", me);
        var outcome = await provider.GetRequiredService<MeetingWorkflow>().StartInstantAsync(
            new StartMeetingRequest
            {
                WorkItem = new WorkItemRef("zendesk", "", $"{ticket.Id}"),
                Host = new MeetingHost("webex", "", "anna@example.com"),
                Reply = new ReplyRequest { Submission = ReplySubmission.AtOnce, Language = "fr" },
            },
            me);

        Console.WriteLine(outcome.ValueOrThrow().Meeting.Access?.JoinLink);
        Console.WriteLine(zendesk.Ticket(ticket.Id).Conversation()[^1].Body);
        #endregion

        return (outcome.ValueOrThrow().Meeting.Access!.JoinLink, zendesk.Ticket(ticket.Id).Conversation()[^1].Body);
    }
}
