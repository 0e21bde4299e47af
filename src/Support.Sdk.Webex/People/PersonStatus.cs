using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.People;

/// <summary>A person's presence.</summary>
/// <remarks>Source: fact sheet, section 4 (mixed case as the vendor has it). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<PersonStatus>))]
public readonly record struct PersonStatus : IWireValue<PersonStatus>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public PersonStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Active lately.</summary>
    public static PersonStatus Active { get; } = new("active");

    /// <summary>In a call.</summary>
    public static PersonStatus Call { get; } = new("call");

    /// <summary>Not to be disturbed.</summary>
    public static PersonStatus DoNotDisturb { get; } = new("DoNotDisturb");

    /// <summary>Idle.</summary>
    public static PersonStatus Inactive { get; } = new("inactive");

    /// <summary>In a meeting.</summary>
    public static PersonStatus Meeting { get; } = new("meeting");

    /// <summary>Out of office.</summary>
    public static PersonStatus OutOfOffice { get; } = new("OutOfOffice");

    /// <summary>Has not signed in yet.</summary>
    public static PersonStatus Pending { get; } = new("pending");

    /// <summary>Sharing content.</summary>
    public static PersonStatus Presenting { get; } = new("presenting");

    /// <summary>Not known.</summary>
    public static PersonStatus Unknown { get; } = new("unknown");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static PersonStatus IWireValue<PersonStatus>.Of(string value) => new(value);
}
