using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Users;

/// <summary>The role of a user.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<UserRole>))]
public readonly record struct UserRole : IVocabulary<UserRole>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public UserRole(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Asks for help. Wire value <c>end-user</c>.</summary>
    public static UserRole EndUser { get; } = new("end-user");

    /// <summary>Helps. Wire value <c>agent</c>.</summary>
    public static UserRole Agent { get; } = new("agent");

    /// <summary>Administers the account. Wire value <c>admin</c>.</summary>
    public static UserRole Admin { get; } = new("admin");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserRole IVocabulary<UserRole>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
