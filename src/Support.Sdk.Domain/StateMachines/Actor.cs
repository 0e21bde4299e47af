using System.Collections.Frozen;

namespace Support.Sdk.StateMachines;

/// <summary>Who gives a command.</summary>
/// <remarks>Immutable and thread-safe. Two actors are equal when their <see cref="Id"/> is.</remarks>
public sealed class Actor : IEquatable<Actor>
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _permissions;

    /// <summary>Creates an actor.</summary>
    /// <param name="id">The actor's id in the host application; neither empty nor white space.</param>
    /// <param name="displayName">The name to show to people; the id when left out.</param>
    /// <param name="roles">The actor's roles, compared without regard to case.</param>
    /// <param name="permissions">The actor's permissions, compared without regard to case.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty or white space.</exception>
    public Actor(string id, string? displayName = null, IEnumerable<string>? roles = null, IEnumerable<string>? permissions = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        DisplayName = string.IsNullOrWhiteSpace(displayName) ? id : displayName;
        Roles = (roles ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var held = (permissions ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Permissions = held;
        _permissions = held.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The SDK itself: effects that report back, deadlines that fall due, vendors' webhooks.</summary>
    public static Actor System { get; } = new("system", "Support.Sdk");

    /// <summary>The actor's id in the host application.</summary>
    public string Id { get; }

    /// <summary>The name to show to people.</summary>
    public string DisplayName { get; }

    /// <summary>The actor's roles; look-ups disregard case.</summary>
    public IReadOnlySet<string> Roles { get; }

    /// <summary>The actor's permissions; look-ups disregard case.</summary>
    public IReadOnlySet<string> Permissions { get; }

    /// <summary>Whether the actor has the permission that the two parts make up together; they are not put together on the heap.</summary>
    internal bool HasPermission(string prefix, string subject)
    {
        var length = prefix.Length + subject.Length;
        Span<char> name = length <= 256 ? stackalloc char[length] : new char[length];
        prefix.CopyTo(name);
        subject.CopyTo(name[prefix.Length..]);
        return _permissions.Contains(name);
    }

    /// <inheritdoc />
    public bool Equals(Actor? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Actor);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>The actor's id.</summary>
    public override string ToString() => Id;
}
