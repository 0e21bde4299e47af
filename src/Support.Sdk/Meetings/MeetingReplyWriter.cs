using System.Globalization;
using System.Text;
using Support.Sdk.Texts;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>Writes what people read about a meeting, in the language and time zone that were chosen for it (MTG-16).</summary>
internal sealed class MeetingReplyWriter(TextCatalog texts)
{
    public string WriteStarted(Meeting meeting, MeetingAccess access) => WithAccess(MeetingTexts.ReplyStarted, meeting, access);

    public string WriteScheduled(Meeting meeting, MeetingAccess access) => WithAccess(MeetingTexts.ReplyScheduled, meeting, access);

    public string WriteCancelled(Meeting meeting, string language) => Write(MeetingTexts.ReplyCancelled, meeting, meeting.Access?.JoinLink ?? "", language);

    public string WriteLog(Meeting meeting)
    {
        var plan = meeting.Plan;
        var startedAt = meeting.Course?.StartedAt ?? plan.StartsAt;
        var endedAt = meeting.Course?.EndedAt ?? plan.EndsAt;
        return texts.Write(
            MeetingTexts.Log,
            CultureInfo.GetCultureInfo(meeting.ReplyPlan.Language),
            TimeZone(plan),
            ("topic", plan.Topic),
            ("host", meeting.Host.Email),
            ("start", startedAt),
            ("end", endedAt),
            ("duration", endedAt > startedAt ? endedAt - startedAt : TimeSpan.Zero));
    }

    public string WriteInstantTopic(WorkItemRef workItem, string language) =>
        texts.Write(MeetingTexts.InstantTopic, CultureInfo.GetCultureInfo(language), TimeZoneInfo.Utc, ("workItem", workItem.Id));

    private string WithAccess(string key, Meeting meeting, MeetingAccess access)
    {
        var culture = CultureInfo.GetCultureInfo(meeting.ReplyPlan.Language);
        var text = new StringBuilder(Write(key, meeting, access.JoinLink, meeting.ReplyPlan.Language));
        if (!string.IsNullOrEmpty(access.Number))
        {
            text.Append('\n').Append(texts.Write(MeetingTexts.ReplyNumber, culture, TimeZoneInfo.Utc, ("number", access.Number)));
        }

        if (!string.IsNullOrEmpty(access.Password))
        {
            text.Append('\n').Append(texts.Write(MeetingTexts.ReplyPassword, culture, TimeZoneInfo.Utc, ("password", access.Password)));
        }

        return text.ToString();
    }

    private string Write(string key, Meeting meeting, string link, string language) => texts.Write(
        key,
        CultureInfo.GetCultureInfo(language),
        TimeZone(meeting.Plan),
        ("topic", meeting.Plan.Topic),
        ("host", meeting.Host.Email),
        ("start", meeting.Plan.StartsAt),
        ("end", meeting.Plan.EndsAt),
        ("duration", meeting.Plan.Duration),
        ("timeZone", meeting.Plan.TimeZone),
        ("link", link));

    private static TimeZoneInfo TimeZone(MeetingPlan plan) => TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
}
