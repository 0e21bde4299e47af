using System.Text;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Tests.Documents;
using Support.Sdk.WorkItems;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// What is stored outlives every release: names and shapes in JSON are pinned in committed files.
public sealed class MeetingFormatTests
{
    private const string Folder = "tests/Support.Sdk.Domain.Tests/Meetings/Json/";

    private static readonly MeetingEvent[] Events =
    [
        new MeetingEvent.Requested(Id, MeetingKind.Scheduled, Host, Plan with { Invitees = ["bob@example.com"] }, new ReplyPlan("r1", ReplySubmission.AtOnce, "fr", WorkItemStatus.Pending)),
        new MeetingEvent.Provisioned(Id, Access, Now),
        new MeetingEvent.ProvisioningFailed(Id, MeetingEndReason.RefusedByProvider, "no", Now),
        new MeetingEvent.ProvisionedTooLate(Id, "webex-1"),
        new MeetingEvent.Started(Id, OpensAt),
        new MeetingEvent.Ended(Id, EndsAt, MeetingEndReason.ReportedByProvider),
        new MeetingEvent.Missed(Id, EndsAt),
        new MeetingEvent.Updated(Id, Plan),
        new MeetingEvent.CancellationRequested(Id, ReplyTo("r2")),
        new MeetingEvent.Cancelled(Id, Now, MeetingEndReason.CancelledHere),
        new MeetingEvent.CancellationFailed(Id, true, "runs", Now),
        new MeetingEvent.ReplyDrafted("r1", Id, ReplyPurpose.Scheduled, "Come.", WorkItemStatus.Open, ReplySubmission.Draft, Now),
        new MeetingEvent.ReplyEdited("r1", "Please come.", new WorkItemStatus("Escalated")),
        new MeetingEvent.ReplySubmissionRequested("r1"),
        new MeetingEvent.ReplySubmitted("r1"),
        new MeetingEvent.ReplyRejected("r1", new ReplyRejection(ReplyRejectionReason.WorkItemClosed, "closed")),
        new MeetingEvent.ReplyDiscarded("r1"),
    ];

    private static readonly MeetingEffect[] Effects =
    [
        new MeetingEffect.Provision(Id),
        new MeetingEffect.Delete(Id),
        new MeetingEffect.DeleteUnwanted(Host, "webex-1"),
        new MeetingEffect.Reconcile(Id),
        new MeetingEffect.Log(Id),
        new MeetingEffect.Submit("r1", 2),
    ];

    private static WorkItemMeetings State =>
        MeetingScenes.With(MeetingStatus.Ended).Single().Given(
            new MeetingCommand.SubmitReply("r1"),
            new MeetingCommand.ReportReplyRejected("r1", new ReplyRejection(ReplyRejectionReason.Refused, "no")),
            Schedule("m2", "r2", Plan with { StartsAt = EndsAt.AddDays(1), OpensAt = EndsAt.AddDays(1) })).State;

    [Fact]
    public void Events_InJson_KeepTheirNamesAndShapes()
    {
        Events.Select(@event => MeetingMachine.Format.Write(@event).Type).ShouldBe(MeetingMachine.Format.EventTypes, ignoreOrder: true);

        CommittedFile.ShouldHold(Folder + "events.json", Lines(Events.Select(@event => MeetingMachine.Format.Write(@event).Data)));
    }

    [Fact]
    public void Effects_InJson_KeepTheirNamesAndShapes()
    {
        Effects.Select(effect => effect.GetType()).ShouldBe(typeof(MeetingEffect).GetNestedTypes(), ignoreOrder: true);

        CommittedFile.ShouldHold(Folder + "effects.json", Lines(Effects.Select(effect => MeetingMachine.Format.Write(effect))));
    }

    [Fact]
    public void State_InJson_KeepsItsShape() => CommittedFile.ShouldHold(Folder + "state.json", Lines([MeetingMachine.Format.Write(State).Data]));

    [Fact]
    public void Read_OfEverythingWritten_GivesTheSameAgain()
    {
        foreach (var stored in Events.Select(MeetingMachine.Format.Write))
        {
            Text(MeetingMachine.Format.Write(MeetingMachine.Format.Read(stored)).Data).ShouldBe(Text(stored.Data));
        }

        foreach (var stored in Effects.Select(effect => MeetingMachine.Format.Write(effect)))
        {
            Text(MeetingMachine.Format.Write(MeetingMachine.Format.ReadEffect(stored.Span))).ShouldBe(Text(stored));
        }

        var snapshot = MeetingMachine.Format.Write(State);
        Text(MeetingMachine.Format.Write(MeetingMachine.Format.Read(snapshot)!).Data).ShouldBe(Text(snapshot.Data));
    }

    [Fact]
    public void Read_EventWithAFieldOfALaterRelease_IgnoresIt()
    {
        var data = """{"$type":"meeting-started","meetingId":"m1","at":"2026-03-02T10:50:00+00:00","colour":"red"}"""u8.ToArray();

        MeetingMachine.Format.Read(new StoredEvent("meetings", 1, "meeting-started", data)).ShouldBe(new MeetingEvent.Started(Id, OpensAt));
    }

    [Fact]
    public void ToString_OfEverythingWithAPassword_MasksIt()
    {
        new MeetingEvent.Provisioned(Id, Access, Now).ToString().ShouldNotContain("secret");
        MeetingScenes.Scheduled().Meeting.ToString().ShouldNotContain("secret");
        Provisioned().ToString().ShouldContain("Password = ***");
    }

    [Fact]
    public void WorkItemOf_StreamOfAWorkItem_IsTheWorkItem()
    {
        var workItem = new WorkItemRef(WorkItemRef.Zendesk, "acme", "35436");

        MeetingMachine.StreamOf(workItem).Value.ShouldBe("meetings/zendesk:acme:35436");
        MeetingMachine.WorkItemOf(MeetingMachine.StreamOf(workItem)).ShouldBe(workItem);
    }

    private static string Lines(IEnumerable<ReadOnlyMemory<byte>> items) => $"[\n{string.Join(",\n", items.Select(Text))}\n]\n";

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
