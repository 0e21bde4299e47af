using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>How people without an account get into an unlocked meeting.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<UnlockedMeetingJoinSecurity>))]
public readonly record struct UnlockedMeetingJoinSecurity : IWireValue<UnlockedMeetingJoinSecurity>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public UnlockedMeetingJoinSecurity(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>They join.</summary>
    public static UnlockedMeetingJoinSecurity AllowJoin { get; } = new("allowJoin");

    /// <summary>They wait in the lobby.</summary>
    public static UnlockedMeetingJoinSecurity AllowJoinWithLobby { get; } = new("allowJoinWithLobby");

    /// <summary>They cannot join.</summary>
    public static UnlockedMeetingJoinSecurity BlockFromJoin { get; } = new("blockFromJoin");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static UnlockedMeetingJoinSecurity IWireValue<UnlockedMeetingJoinSecurity>.Of(string value) => new(value);
}
