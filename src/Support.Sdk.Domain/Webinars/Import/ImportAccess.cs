using System.Collections.Immutable;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Who may configure the import of webinars, and who may use it (WBN-08).</summary>
/// <remarks>
/// Immutable and thread-safe. An <see cref="Actor"/>'s id is the Salesforce user, their <see cref="Actor.Roles"/> hold the names of their profiles. Whoever configures or
/// imports needs the permission <see cref="ImportAdmin"/>; the switch and the lists say for whom of those the import is there.
/// </remarks>
public sealed record ImportAccess
{
    /// <summary>The name of the permission set, to be found among an actor's <see cref="Actor.Permissions"/>.</summary>
    public const string ImportAdmin = "Webex Import Admin";

    /// <summary>Nobody may import yet.</summary>
    public static ImportAccess Nobody { get; } = new();

    /// <summary>Everybody with the permission may import: the switch <em>all profiles/users</em> is on.</summary>
    public static ImportAccess Everybody { get; } = new() { IsForEverybody = true };

    /// <summary>Whether the switch <em>all profiles/users</em> is on; then the lists do not count.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>The users who may import, compared without regard to case, as Salesforce compares user names.</summary>
    public ImmutableArray<string> Users { get; init; } = [];

    /// <summary>The profiles whose users may import, compared without regard to case.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Whether somebody may change mappings, campaign options, ranges and access.</summary>
    /// <param name="actor">Who.</param>
    /// <returns>Why not; <see langword="null"/> when they may.</returns>
    public static Refusal? RefuseConfigure(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Permissions.Contains(ImportAdmin) ? null : ImportRefusals.PermissionRequired.Refuse(ImportAdmin);
    }

    /// <summary>Whether somebody may plan and import.</summary>
    /// <param name="actor">Who.</param>
    /// <returns>Why not; <see langword="null"/> when they may.</returns>
    public Refusal? RefuseImport(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (RefuseConfigure(actor) is { } refusal)
        {
            return refusal;
        }

        return IsForEverybody || Users.Contains(actor.Id, StringComparer.OrdinalIgnoreCase) || Profiles.Any(actor.Roles.Contains) ? null : ImportRefusals.NotSwitchedOn.Refuse();
    }

    /// <inheritdoc />
    public bool Equals(ImportAccess? other) => other is not null && IsForEverybody == other.IsForEverybody
        && Users.AsSpan().SequenceEqual(other.Users.AsSpan()) && Profiles.AsSpan().SequenceEqual(other.Profiles.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(IsForEverybody, Users.Length, Profiles.Length);
}
