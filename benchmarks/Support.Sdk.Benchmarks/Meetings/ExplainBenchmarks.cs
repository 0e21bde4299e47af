using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>What a panel shows: every action with its availability, and the reason why it is not available.</summary>
public class ExplainBenchmarks
{
    private readonly WorkItemMeetings _state = Sample.With(MeetingStatus.Scheduled);
    private readonly CommandContext _context = Sample.Context;

    [Benchmark(Baseline = true)]
    public IReadOnlyList<Permission> HandWrittenPermissions() => HandWrittenMeeting.Explain(_state, _context.Now);

    [Benchmark]
    public IReadOnlyList<ActionStatus> Explain() => MeetingMachine.Explain(_state, _context);
}
