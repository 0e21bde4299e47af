using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

// The people, channels, times and commands that the tests of the session machine share.
internal static class SessionFacts
{
    public const string Computer = "pc-1";
    public const string OtherComputer = "pc-2";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan TimeOut = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan ConsentTimeOut = TimeSpan.FromSeconds(60);
    public static readonly SessionChannel Network = new("network", TimeOut, ConsentTimeOut);
    public static readonly SessionChannel Printers = new("printers", TimeSpan.FromDays(1), ConsentTimeOut);
    public static readonly SessionChannel Private = new("alice-private", TimeOut, ConsentTimeOut, "alice");
    public static readonly SessionSecrets Secrets = new("042917", "AAAAAAAAAAAAAAAAAAAAAA");

    public static readonly Actor Alice = Technician(
        "alice",
        SessionPermissions.Access("network"),
        SessionPermissions.Release("network"),
        SessionPermissions.Access("printers"),
        SessionPermissions.Release("printers"));
    public static readonly Actor Bob = Technician("bob", SessionPermissions.Access("network"), SessionPermissions.Release("network"));
    public static readonly Actor Carol = Technician("carol", SessionPermissions.Access("network"));
    public static readonly Actor Manager = Technician("mia", SessionPermissions.Manage("network"), SessionPermissions.Manage("printers"));
    public static readonly Actor Guest = Technician("gina");
    public static readonly Actor Outsider = Technician("otto");
    public static readonly Actor EndUser = new("customer", roles: [SessionPermissions.EndUserRole]);

    public static readonly Actor[] Everybody = [Alice, Bob, Carol, Manager, Guest, Outsider, EndUser, Actor.System];

    public static Actor Technician(string id, params string[] permissions) => new(id, permissions: permissions);

    public static SessionCommand.Create Create(SessionChannel? channel = null, AttendedAccess? attended = null, bool hasRoom = true, SessionSecrets? secrets = null) =>
        new(channel ?? Network, secrets ?? Secrets, attended ?? AttendedAccess.Met, hasRoom);

    public static SessionCommand.Launch Launch(string device = Computer) => new(device);

    public static SessionCommand.Grant Grant(string request = "q1", string device = Computer) => new(request, device);

    public static SessionCommand.Reject Reject(string request = "q1", string device = Computer) => new(request, device);

    public static SessionCommand.RequestAccess Request(string request = "q1") => new(request);
}
