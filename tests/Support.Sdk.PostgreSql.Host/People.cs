using System.Globalization;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>Who gives commands: the same people on all hosts.</summary>
internal static class People
{
    public const int Technicians = 24;

    public static IReadOnlyList<string> Channels { get; } = ["front", "back", "night"];

    private static readonly TimeSpan ConsentTimeOut = TimeSpan.FromMilliseconds(700);

    private static readonly Dictionary<string, Actor> Known = Enumerable.Range(0, Technicians).Select(Hire).ToDictionary(actor => actor.Id, StringComparer.Ordinal);

    /// <summary>A technician who manages all channels.</summary>
    public static string Manager => Technician(0);

    public static string Technician(int number) => string.Create(CultureInfo.InvariantCulture, $"tech-{number:00}");

    public static Actor Find(string id) => Known.TryGetValue(id, out var technician) ? technician : new(id, roles: [SessionPermissions.EndUserRole]);

    public static SessionChannel Channel(string id, int timeOut) => new(id, TimeSpan.FromMilliseconds(timeOut), ConsentTimeOut);

    // All work in front and back, every second one at night; most may give sessions up.
    private static Actor Hire(int number)
    {
        var permissions = new List<string> { SessionPermissions.Access("front"), SessionPermissions.Access("back") };
        if (number % 2 == 0)
        {
            permissions.Add(SessionPermissions.Access("night"));
        }

        foreach (var channel in Channels)
        {
            if (number == 0)
            {
                permissions.Add(SessionPermissions.Manage(channel));
            }
            else if (number % 5 != 0)
            {
                permissions.Add(SessionPermissions.Release(channel));
            }
        }

        return new(Technician(number), permissions: permissions);
    }
}
