using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>A whole decision: a scheduled meeting is started. The machine decides and evolves; by hand, the record is copied with the new values.</summary>
public class AcceptedDecisionBenchmarks
{
    private readonly WorkItemMeetings _state = Sample.With(MeetingStatus.Scheduled);
    private readonly CommandContext _context = Sample.Context;
    private readonly MeetingCommand _command = new MeetingCommand.Start(Sample.MeetingId);
    private readonly string _id = Sample.MeetingId;

    [Benchmark(Baseline = true)]
    public WorkItemMeetings RecordWith() => HandWrittenMeeting.Start(_state, _id, _context.Now);

    [Benchmark]
    public WorkItemMeetings DecideAndEvolve()
    {
        var state = _state;
        foreach (var @event in MeetingMachine.Decide(state, _command, _context))
        {
            state = MeetingMachine.Evolve(state, @event);
        }

        return state;
    }
}
