using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Whether a registrant was let in.</summary>
/// <remarks>Source: fact sheet, section 3.8. Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<RegistrantStatus>))]
public readonly record struct RegistrantStatus : IWireValue<RegistrantStatus>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public RegistrantStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Approved.</summary>
    public static RegistrantStatus Approved { get; } = new("approved");

    /// <summary>Waits for the host or a cohost.</summary>
    public static RegistrantStatus Pending { get; } = new("pending");

    /// <summary>Rejected by the host or a cohost.</summary>
    public static RegistrantStatus Rejected { get; } = new("rejected");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static RegistrantStatus IWireValue<RegistrantStatus>.Of(string value) => new(value);
}
