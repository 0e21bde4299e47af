using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>By what queried registrants are ordered; by the time of registration when it is not said.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B6). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<RegistrantOrder>))]
public readonly record struct RegistrantOrder : IWireValue<RegistrantOrder>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public RegistrantOrder(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>By first name.</summary>
    public static RegistrantOrder FirstName { get; } = new("firstName");

    /// <summary>By last name.</summary>
    public static RegistrantOrder LastName { get; } = new("lastName");

    /// <summary>By status.</summary>
    public static RegistrantOrder Status { get; } = new("status");

    /// <summary>By e-mail address.</summary>
    public static RegistrantOrder Email { get; } = new("email");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static RegistrantOrder IWireValue<RegistrantOrder>.Of(string value) => new(value);
}
