using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Meetings;

/// <summary>From the bytes in a store to a decision: the snapshot is read, then the meeting is started.</summary>
public class RestoreBenchmarks
{
    private readonly StoredSnapshot _snapshot = MeetingMachine.Format.Write(Sample.With(MeetingStatus.Scheduled));
    private readonly CommandContext _context = Sample.Context;
    private readonly MeetingCommand _command = new MeetingCommand.Start(Sample.MeetingId);
    private readonly string _id = Sample.MeetingId;

    [Benchmark(Baseline = true)]
    public HandWrittenState DeserializeAndRecordWith() =>
        JsonSerializer.Deserialize(_snapshot.Data.Span, HandWrittenJsonContext.Default.HandWrittenState)!.Start(_id, _context.Now);

    [Benchmark]
    public WorkItemMeetings ReadDecideAndEvolve()
    {
        var state = MeetingMachine.Format.Read(_snapshot)!;
        foreach (var @event in MeetingMachine.Decide(state, _command, _context))
        {
            state = MeetingMachine.Evolve(state, @event);
        }

        return state;
    }
}
