using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Which way queried registrants are ordered.</summary>
/// <remarks>Source: the vendor's OpenAPI file (fact sheet, part B6). Values that the vendor adds later are kept as they came; <see langword="default"/> says nothing.</remarks>
[JsonConverter(typeof(WireValueConverter<SortDirection>))]
public readonly record struct SortDirection : IWireValue<SortDirection>
{
    private readonly string? _value;

    /// <summary>Takes a value of the wire, known or not.</summary>
    public SortDirection(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Smallest first.</summary>
    public static SortDirection Ascending { get; } = new("ASC");

    /// <summary>Greatest first.</summary>
    public static SortDirection Descending { get; } = new("DESC");

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    static SortDirection IWireValue<SortDirection>.Of(string value) => new(value);
}
