using BenchmarkDotNet.Attributes;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>What the assigned technician may do with an active session, every action with the reason of each refusal; by hand, an array of booleans without reasons.</summary>
public class SessionExplainBenchmarks
{
    private readonly SupportSession _session = HandWrittenSession.Launch(
        HandWrittenSession.Create(SessionSample.Channel, SessionSample.Secrets, AttendedAccess.Met, SessionSample.Lifecycle[0].Context),
        SessionSample.Device,
        SessionSample.Lifecycle[1].Context);

    private readonly CommandContext _context = SessionSample.Lifecycle[2].Context;

    [Benchmark(Baseline = true)]
    public bool[] Booleans()
    {
        var session = _session;
        var actor = _context.Actor;
        var assigned = session.Assignee == actor.Id;
        var joined = assigned || session.Invited.Contains(actor.Id);
        var manages = actor.Permissions.Contains(SessionPermissions.Manage(session.Channel.Id));
        var seen = joined || manages || actor.Permissions.Contains(SessionPermissions.Access(session.Channel.Id));
        var releases = manages || actor.Permissions.Contains(SessionPermissions.Release(session.Channel.Id));
        var reached = joined && session is { Status: SessionStatus.Active, Device.IsOnline: true };
        var access = session.Access.Status;
        return
        [
            true, // create
            false, // launch
            false, // lose device
            session.IsLive && (assigned || manages) && releases, // assign
            session.Status == SessionStatus.InQueue && seen, // take
            session.IsLive && assigned && releases, // transfer to technician
            session.IsLive && (assigned || manages), // transfer to channel
            session.IsLive && assigned && session.Invited.Length < 2, // invite
            session.Invited.Contains(actor.Id), // leave
            session.IsLive && assigned && releases, // release
            reached && access == SessionAccessStatus.None, // request access
            false, // grant
            false, // reject
            reached && access is SessionAccessStatus.Granted or SessionAccessStatus.Connected, // connect
            session.Access.Connected.Contains(actor.Id), // disconnect
            false, // stop connection
            seen, // add a note
            session.IsLive && seen, // share
            session.IsLive && (assigned || manages), // close
            assigned || manages, // delete
        ];
    }

    [Benchmark]
    public IReadOnlyList<ActionStatus> Explain() => SupportSessionMachine.Explain(_session, _context);
}
