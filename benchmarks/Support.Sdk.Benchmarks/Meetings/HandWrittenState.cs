using System.Text.Json.Serialization;
using Support.Sdk.Meetings;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>The records of a program that keeps a work item's meetings as one JSON document, of the same shape as the machine's snapshot.</summary>
public sealed record HandWrittenState(HandWrittenState.StoredMeeting[] Meetings, HandWrittenState.StoredReply[] Replies)
{
    public HandWrittenState Start(string id, DateTimeOffset now)
    {
        for (var i = Meetings.Length - 1; i >= 0; i--)
        {
            var meeting = Meetings[i];
            if (meeting.Id == id && meeting.Status == MeetingStatus.Scheduled && now >= meeting.Plan.OpensAt)
            {
                StoredMeeting[] meetings = [.. Meetings];
                meetings[i] = meeting with { Status = MeetingStatus.Live, Course = new(now) };
                return this with { Meetings = meetings };
            }
        }

        throw new InvalidOperationException("The meeting cannot be started.");
    }

    public sealed record StoredMeeting(
        string Id,
        MeetingKind Kind,
        MeetingStatus Status,
        MeetingHost Host,
        MeetingPlan Plan,
        StoredReplyPlan ReplyPlan,
        MeetingAccess? Access,
        MeetingCourse? Course);

    public sealed record StoredReplyPlan(string ReplyId, ReplySubmission Submission, string Language, string? Status);

    public sealed record StoredReply(
        string Id,
        string MeetingId,
        ReplyPurpose Purpose,
        ReplyStatus Status,
        string Text,
        string? WorkItemStatus,
        DateTimeOffset DraftedAt,
        ReplyRejection? Rejection,
        int Submissions);
}

/// <summary>Source-generated, with the options of the machine's own contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HandWrittenState))]
internal sealed partial class HandWrittenJsonContext : JsonSerializerContext;
