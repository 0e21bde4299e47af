using BenchmarkDotNet.Attributes;
using Support.Sdk.Sessions;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>A session's whole life in eight commands: time is asked first, each is decided and evolved. By hand, methods that check and copy the record.</summary>
public class SessionLifecycleBenchmarks
{
    [Benchmark(Baseline = true)]
    public SupportSession RecordWith()
    {
        var steps = SessionSample.Lifecycle;
        var session = HandWrittenSession.Create(SessionSample.Channel, SessionSample.Secrets, AttendedAccess.Met, steps[0].Context);
        session = HandWrittenSession.Launch(session, SessionSample.Device, steps[1].Context);
        session = HandWrittenSession.RequestAccess(session, "request-1", steps[2].Context);
        session = HandWrittenSession.Grant(session, "request-1", SessionSample.Device, steps[3].Context);
        session = HandWrittenSession.Connect(session, steps[4].Context);
        session = HandWrittenSession.AddNote(session, "note-1", "Driver replaced.", steps[5].Context);
        session = HandWrittenSession.Disconnect(session, steps[6].Context);
        return HandWrittenSession.Close(session, steps[7].Context);
    }

    [Benchmark]
    public SupportSession Machine()
    {
        SupportSession? session = null;
        foreach (var (command, context) in SessionSample.Lifecycle)
        {
            if (session is not null)
            {
                foreach (var @event in SupportSessionMachine.Advance(session, context.Now))
                {
                    session = SupportSessionMachine.Evolve(session, @event);
                }
            }

            foreach (var @event in SupportSessionMachine.Decide(session, command, context))
            {
                session = SupportSessionMachine.Evolve(session, @event);
            }
        }

        return session!;
    }
}
