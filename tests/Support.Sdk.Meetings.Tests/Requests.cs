using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

internal static class Requests
{
    public static readonly MeetingHost Host = new(MeetingHost.Webex, "", "anna@example.com");

    public static StartMeetingRequest Start(WorkItemRef ticket, ReplyRequest? reply = null) => new()
    {
        WorkItem = ticket,
        Host = Host,
        Reply = reply ?? ReplyRequest.Draft,
    };

    public static ScheduleMeetingRequest Schedule(WorkItemRef ticket, DateTimeOffset start, ReplyRequest? reply = null, string topic = "Look at the printer") => new()
    {
        WorkItem = ticket,
        Host = Host,
        Topic = topic,
        Start = MeetingStart.At(start, "Europe/Paris"),
        Duration = TimeSpan.FromMinutes(45),
        Reply = reply ?? ReplyRequest.Draft,
    };
}
