using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>A refusal: a meeting that runs cannot be cancelled. The machine says why, with a remedy; by hand, a code is returned.</summary>
public class RefusedDecisionBenchmarks
{
    private readonly WorkItemMeetings _state = Sample.With(MeetingStatus.Live);
    private readonly CommandContext _context = Sample.Context;
    private readonly MeetingCommand _command = new MeetingCommand.Cancel(Sample.MeetingId, Confirmed: true, Sample.CancellationReply);
    private readonly string _id = Sample.MeetingId;

    [Benchmark(Baseline = true)]
    public string? HandWrittenCode() => HandWrittenMeeting.WhyNotCancel(_state, _id);

    [Benchmark]
    public Refusal? Decide() => MeetingMachine.Decide(_state, _command, _context).Refusal;
}
