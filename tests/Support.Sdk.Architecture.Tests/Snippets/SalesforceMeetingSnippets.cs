using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.Salesforce.People;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Architecture.Snippets;

internal static class SalesforceMeetingSnippets
{
    public static void Register(IServiceCollection services)
    {
        #region SalesforceMeetingOptions
        services.AddSalesforce(options =>
        {
            options.MyDomain = "acme";
            options.Meetings.SearchContacts = true;      // off by default, as are leads
            options.Meetings.Object = "Event";           // or your log object, with its fields beside it
        });
        #endregion
    }

    public static async Task ScheduleAsync(AttendeeSearch attendees, MeetingWorkflow meetings, CommandOrigin agent, CancellationToken cancellationToken)
    {
        #region SalesforceMeeting
        var people = await attendees.SearchAsync("lovelace", cancellationToken: cancellationToken);
        var outcome = await meetings.ScheduleAsync(
            new ScheduleMeetingRequest
            {
                WorkItem = new WorkItemRef(WorkItemRef.Salesforce, "", "5003000000D8cuIAAR"),
                Host = new MeetingHost(MeetingHost.Webex, "", "anna@example.com"),
                Topic = "Renewal",
                Start = MeetingStart.Local(new DateOnly(2027, 3, 3), new TimeOnly(10, 0), "Europe/Paris"),
                Duration = TimeSpan.FromMinutes(45),
                Invitees = [.. people.Select(person => person.Email)],
                Reply = new ReplyRequest { Submission = ReplySubmission.AtOnce },   // one click
            },
            agent,
            cancellationToken);
        #endregion
        _ = outcome;
    }
}
