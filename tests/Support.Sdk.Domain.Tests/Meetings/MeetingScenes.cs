using Support.Sdk.Meetings;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// Scenes in which the meeting m1, or its reply r1, has a given status; several where it matters how it came about.
internal static class MeetingScenes
{
    private static readonly MeetingCommand.ReportProvisioningFailed NotMade = new(Id, MeetingEndReason.RefusedByProvider, "no");
    private static readonly MeetingCommand.SubmitReply Submit = new("r1");

    public static IEnumerable<MeetingScene> With(MeetingStatus status)
    {
        switch (status)
        {
            case MeetingStatus.None:
                yield return new MeetingScene();
                yield return new MeetingScene().Given(Schedule("m2", "r1"), Provisioned("m2"));
                yield return new MeetingScene().Given(StartInstant("m2", "r1"), Provisioned("m2", Room));
                break;
            case MeetingStatus.Requested:
                yield return new MeetingScene().Given(Schedule());
                yield return new MeetingScene().Given(StartInstant());
                break;
            case MeetingStatus.Scheduled:
                yield return Scheduled();
                yield return Scheduled().At(OpensAt);
                break;
            case MeetingStatus.Live:
                yield return Live();
                yield return new MeetingScene().Given(StartInstant(), Provisioned(access: Room));
                break;
            case MeetingStatus.Cancelling:
                yield return Scheduled().Given(Cancel());
                break;
            case MeetingStatus.Ended:
                yield return Live().Given(Ended(OpensAt)).At(OpensAt.AddMinutes(5));
                break;
            case MeetingStatus.Missed:
                yield return Scheduled().At(EndsAt);
                break;
            case MeetingStatus.Cancelled:
                yield return Scheduled().Given(Cancel(), Cancelled());
                yield return new MeetingScene().Given(Schedule(), Cancel());
                break;
            case MeetingStatus.Failed:
                yield return new MeetingScene().Given(Schedule(), NotMade);
                yield return new MeetingScene().Given(StartInstant(), NotMade);
                yield return new MeetingScene().Given(Schedule(), NotMade, Schedule("m2", "r9"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(status), status, "The status has no scene.");
        }
    }

    public static IEnumerable<MeetingScene> With(ReplyStatus status)
    {
        var rejected = new MeetingCommand.ReportReplyRejected("r1", new ReplyRejection(ReplyRejectionReason.Refused, "no"));
        switch (status)
        {
            case ReplyStatus.None:
                yield return new MeetingScene();
                break;
            case ReplyStatus.Draft:
                yield return Scheduled();
                break;
            case ReplyStatus.Submitting:
                yield return Scheduled().Given(Submit);
                yield return Scheduled().Given(Submit, Cancel(), Cancelled());
                break;
            case ReplyStatus.Submitted:
                yield return Scheduled().Given(Submit, new MeetingCommand.ConfirmReplySubmitted("r1"));
                break;
            case ReplyStatus.Rejected:
                yield return Scheduled().Given(Submit, rejected);
                break;
            case ReplyStatus.Discarded:
                yield return Scheduled().Given(new MeetingCommand.DiscardReply("r1"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(status), status, "The status has no scene.");
        }
    }

    public static MeetingScene Scheduled() => new MeetingScene().Given(Schedule(), Provisioned());

    public static MeetingScene Live() => Scheduled().At(OpensAt).Given(new MeetingCommand.Start(Id));
}
