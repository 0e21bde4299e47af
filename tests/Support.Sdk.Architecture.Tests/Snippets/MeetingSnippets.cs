using System.Globalization;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.Texts;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Architecture.Snippets;

/// <summary>What an application does with meetings; compiled here, shown in the documentation.</summary>
internal static class MeetingSnippets
{
    public static async Task UseAsync(MeetingWorkflow meetings, TextCatalog texts, CommandOrigin agent, CancellationToken cancellationToken)
    {
        #region MeetingLife
        var ticket = new WorkItemRef(WorkItemRef.Zendesk, "", "35436");
        var outcome = await meetings.ScheduleAsync(
            new ScheduleMeetingRequest
            {
                WorkItem = ticket,
                Host = new MeetingHost(MeetingHost.Webex, "", "anna@example.com"),
                Topic = "Look at the printer together",
                Start = MeetingStart.Local(new DateOnly(2027, 3, 3), new TimeOnly(10, 0), "Europe/Paris"),
                Duration = TimeSpan.FromMinutes(45),
                Reply = new ReplyRequest { Language = "fr" },
            },
            agent,
            cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            Console.WriteLine(texts.Write(refusal, CultureInfo.GetCultureInfo("fr")));
            return;
        }

        var (meeting, draft) = outcome.ValueOrThrow();   // no draft yet while Webex cannot be reached: it then comes in the background
        if (draft is not null)
        {
            await meetings.EditReplyAsync(ticket, draft.Id, draft.Text + "\nÀ demain !", WorkItemStatus.Pending, agent, cancellationToken);
            await meetings.SubmitReplyAsync(ticket, draft.Id, agent, cancellationToken);
        }

        var link = await meetings.JoinAsync(ticket, meeting.Id, cancellationToken);          // refused until it is time
        var cancelled = await meetings.CancelAsync(ticket, meeting.Id, confirmed: true, ReplyRequest.Draft, agent, cancellationToken);
        #endregion

        _ = (link, cancelled);
    }
}
