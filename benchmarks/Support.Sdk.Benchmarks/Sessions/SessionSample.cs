using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>The commands of an ordinary session, from its creation to its end, with who gives each.</summary>
internal static class SessionSample
{
    public const string Device = "pc-1";

    public static readonly DateTimeOffset Now = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);
    public static readonly SessionChannel Channel = new("network", TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(60));
    public static readonly SessionSecrets Secrets = new("482913", "Zm9yIGJlbmNobWFya3Mgb25seQ");
    public static readonly Actor Technician = new("alice", permissions: [SessionPermissions.Access("network"), SessionPermissions.Release("network")]);
    public static readonly Actor EndUser = new(Device, roles: [SessionPermissions.EndUserRole]);

    /// <summary>Eight commands: created, launched, asked, granted, connected, a note, disconnected, closed.</summary>
    public static (SessionCommand Command, CommandContext Context)[] Lifecycle { get; } =
    [
        (new SessionCommand.Create(Channel, Secrets, AttendedAccess.Met), By(Technician, 0)),
        (new SessionCommand.Launch(Device), By(EndUser, 40)),
        (new SessionCommand.RequestAccess("request-1"), By(Technician, 50)),
        (new SessionCommand.Grant("request-1", Device), By(EndUser, 60)),
        (new SessionCommand.Connect(), By(Technician, 61)),
        (new SessionCommand.AddNote("note-1", "Driver replaced."), By(Technician, 400)),
        (new SessionCommand.Disconnect(), By(Technician, 410)),
        (new SessionCommand.Close(), By(Technician, 420)),
    ];

    private static CommandContext By(Actor actor, int seconds) => new(actor, Now.AddSeconds(seconds));
}
