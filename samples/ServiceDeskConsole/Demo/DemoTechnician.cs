using System.Collections.Immutable;
using System.Security.Claims;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDeskConsole.Demo;

/// <summary>Somebody who can sign in without a password, in Development.</summary>
/// <param name="Id">The technician's id.</param>
/// <param name="Name">The name.</param>
/// <param name="English">What he or she may do, for the sign-in page.</param>
/// <param name="French">The same in French.</param>
/// <param name="IsAdministrator">Whether he or she makes and removes shared channels.</param>
public sealed record DemoTechnician(string Id, string Name, string English, string French, bool IsAdministrator = false)
{
    /// <summary>Different people, so that every rule can be met. What each may do is set by <see cref="DemoChannels"/>.</summary>
    public static ImmutableArray<DemoTechnician> All { get; } =
    [
        new("alice", "Alice Martin", "Network; may release sessions", "Réseau ; peut libérer des sessions"),
        new("bob", "Bob Keller", "Network; may not release sessions", "Réseau ; ne peut pas libérer de sessions"),
        new("chloe", "Chloé Dubois", "Manages Network and Printers", "Gère Réseau et Imprimantes"),
        new("david", "David Novak", "No shared channel, only his private one", "Aucun canal partagé, seulement son canal privé"),
        new("erin", "Erin Walsh", "Printers; may release sessions", "Imprimantes ; peut libérer des sessions"),
        new("frank", "Frank Ito", "Administrator: makes and removes shared channels", "Administrateur : crée et supprime les canaux partagés", IsAdministrator: true),
    ];

    /// <summary>What the sign-in says of the technician. What he or she may do in a channel comes from the channel's members, not from here.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name)];
        if (IsAdministrator)
        {
            claims.Add(new("support-permission", SessionPermissions.Administer));
        }

        return new(new ClaimsIdentity(claims, scheme));
    }
}
