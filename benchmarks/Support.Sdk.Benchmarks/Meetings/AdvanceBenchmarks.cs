using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>Time passes and nothing is due: asked before every command.</summary>
public class AdvanceBenchmarks
{
    private readonly WorkItemMeetings _state = Sample.With(MeetingStatus.Live);
    private readonly DateTimeOffset _now = Sample.Now;

    [Benchmark(Baseline = true)]
    public bool HandWrittenLoop() => HandWrittenMeeting.IsAnythingDue(_state, _now);

    [Benchmark]
    public bool Advance() => MeetingMachine.Advance(_state, _now).Count > 0;
}
