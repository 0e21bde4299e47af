using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>The raw transition: the table of the meeting machine against a hand-written <c>switch</c> on status and trigger.</summary>
public class TransitionBenchmarks
{
    private const int Count = 1024;

    private readonly (MeetingStatus Status, MeetingTrigger Trigger)[] _pairs = new (MeetingStatus, MeetingTrigger)[Count];

    /// <summary>Whether each look-up asks for the same pair (the processor guesses every branch right) or for any of the 117.</summary>
    [Params(false, true)]
    public bool Mixed { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var statuses = Enum.GetValues<MeetingStatus>();
        var triggers = Enum.GetValues<MeetingTrigger>();
        var random = new Random(17);
        for (var i = 0; i < Count; i++)
        {
            _pairs[i] = Mixed
                ? (statuses[random.Next(statuses.Length)], triggers[random.Next(triggers.Length)])
                : (MeetingStatus.Scheduled, MeetingTrigger.Start);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int HandWrittenSwitch()
    {
        var sum = 0;
        foreach (var (status, trigger) in _pairs)
        {
            sum += HandWrittenMeeting.TryGetNext(status, trigger, out var next) ? (int)next + 1 : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Table()
    {
        var table = MeetingTables.Meeting;
        var sum = 0;
        foreach (var (status, trigger) in _pairs)
        {
            sum += table.TryGetNext(status, trigger, out var next) ? (int)next + 1 : 0;
        }

        return sum;
    }
}
