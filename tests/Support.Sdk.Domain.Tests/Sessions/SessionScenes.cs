using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Sessions.SessionFacts;

namespace Support.Sdk.Tests.Sessions;

// Scenes in which the session, or the access, has a given status; several where it matters how it came about.
internal static class SessionScenes
{
    public static IEnumerable<Func<SessionScene>> With(SessionStatus status) => status switch
    {
        SessionStatus.None => [() => new SessionScene(), () => Waiting().By(Alice, new SessionCommand.Delete())],
        SessionStatus.Waiting => [Waiting, () => Waiting().By(Alice, new SessionCommand.Invite("gina")), Full(Waiting), InPrivate, OfCarol],
        SessionStatus.Active =>
        [
            Active, Full(Active), () => InPrivate().By(EndUser, Launch()), Offline, Requested, Granted, Connected, Shared,
            () => OfCarol().By(EndUser, Launch()),
        ],
        SessionStatus.InQueue =>
        [
            InQueue, () => Active().By(Alice, new SessionCommand.Release()),
            () => InPrivate().By(Alice, new SessionCommand.Release()), () => InQueue().By(EndUser, Launch()).By(EndUser, new SessionCommand.LoseDevice(Computer)),
        ],
        SessionStatus.Expired =>
        [
            () => Expired(Waiting()), () => Expired(InPrivate()), () => Expired(Connected()), () => Expired(InQueue()),
            () => Expired(Waiting().By(Alice, new SessionCommand.Invite("gina"))),
        ],
        SessionStatus.Closed =>
        [
            () => Waiting().By(Alice, new SessionCommand.Close()), () => InPrivate().By(Alice, new SessionCommand.Close()),
            () => Connected().By(Alice, new SessionCommand.Close()),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The status has no scene."),
    };

    public static IEnumerable<Func<SessionScene>> With(SessionAccessStatus status) => status switch
    {
        SessionAccessStatus.None => [Active],
        SessionAccessStatus.Requested => [Requested],
        SessionAccessStatus.Granted => [Granted],
        SessionAccessStatus.Connected => [Connected, Shared],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The status has no scene."),
    };

    public static SessionScene Waiting() => new SessionScene().By(Alice, Create());

    public static SessionScene InPrivate() => new SessionScene().By(Alice, Create(Private));

    // Carol may not give sessions up.
    public static SessionScene OfCarol() => Waiting().By(Manager, new SessionCommand.Assign("carol"));

    public static SessionScene Active() => Waiting().By(Alice, new SessionCommand.Invite("gina")).By(EndUser, Launch());

    public static SessionScene Offline() => Active().By(EndUser, new SessionCommand.LoseDevice(Computer));

    public static SessionScene Requested() => Active().By(Alice, Request());

    public static SessionScene Granted() => Requested().By(EndUser, Grant());

    public static SessionScene Connected() => Granted().By(Alice, new SessionCommand.Connect());

    public static SessionScene Shared() => Connected().By(Guest, new SessionCommand.Connect());

    public static SessionScene InQueue() => Waiting().By(Alice, new SessionCommand.Release());

    public static SessionScene Expired(SessionScene scene) => scene.At(scene.Session.ExpiresAt);

    // With three technicians, the third of whom the scene may have invited already.
    private static Func<SessionScene> Full(Func<SessionScene> scene) => () =>
    {
        var full = scene();
        foreach (var technician in new[] { "gina", "carol" }.Except(full.Session.Invited))
        {
            full.By(Alice, new SessionCommand.Invite(technician));
        }

        return full;
    };
}
