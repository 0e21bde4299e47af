namespace Support.Sdk.Webinars;

/// <summary>The type of an object's field, in Salesforce's own word (<c>fieldType</c> of a describe; fact sheet, section 5). Unknown words survive.</summary>
/// <remarks>Immutable; compared without regard to case. <see langword="default"/> is no type.</remarks>
/// <param name="Value">The word.</param>
public readonly record struct TargetFieldType(string Value)
{
    /// <summary>One line of text.</summary>
    public static TargetFieldType String { get; } = new("string");

    /// <summary>Text of several lines.</summary>
    public static TargetFieldType TextArea { get; } = new("textarea");

    /// <summary>One of a list of values; the list is binding only where it is restricted.</summary>
    public static TargetFieldType Picklist { get; } = new("picklist");

    /// <summary>Several of a list of values, joined by semicolons.</summary>
    public static TargetFieldType MultiPicklist { get; } = new("multipicklist");

    /// <summary>A text with a list of suggestions.</summary>
    public static TargetFieldType Combobox { get; } = new("combobox");

    /// <summary>An e-mail address.</summary>
    public static TargetFieldType Email { get; } = new("email");

    /// <summary>A phone number; Salesforce takes any text.</summary>
    public static TargetFieldType Phone { get; } = new("phone");

    /// <summary>An address of a page.</summary>
    public static TargetFieldType Url { get; } = new("url");

    /// <summary>Yes or no.</summary>
    public static TargetFieldType Boolean { get; } = new("boolean");

    /// <summary>A whole number of 32 bits.</summary>
    public static TargetFieldType Int { get; } = new("int");

    /// <summary>A number.</summary>
    public static TargetFieldType Double { get; } = new("double");

    /// <summary>An amount of money.</summary>
    public static TargetFieldType Currency { get; } = new("currency");

    /// <summary>A percentage.</summary>
    public static TargetFieldType Percent { get; } = new("percent");

    /// <summary>A day.</summary>
    public static TargetFieldType Date { get; } = new("date");

    /// <summary>An instant.</summary>
    public static TargetFieldType DateTime { get; } = new("datetime");

    /// <summary>The id of another record.</summary>
    public static TargetFieldType Reference { get; } = new("reference");

    /// <summary>Text that is stored encrypted.</summary>
    public static TargetFieldType EncryptedString { get; } = new("encryptedstring");

    /// <summary>Whether the field holds text of any content.</summary>
    internal bool IsText => this == String || this == TextArea || this == Combobox || this == Url || this == Phone || this == EncryptedString || IsList;

    /// <summary>Whether the field holds values of a list.</summary>
    internal bool IsList => this == Picklist || this == MultiPicklist;

    /// <summary>Whether the field holds a number.</summary>
    internal bool IsNumber => this == Int || this == Double || this == Currency || this == Percent;

    /// <inheritdoc />
    public bool Equals(TargetFieldType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The word; empty for <see langword="default"/>.</summary>
    public override string ToString() => Value ?? "";
}
