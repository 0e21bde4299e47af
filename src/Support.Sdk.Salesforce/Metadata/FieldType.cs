using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce.Metadata;

/// <summary>The type of a field (<c>fieldType</c> of the partner WSDL; fact sheet 5).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<FieldType>))]
public readonly record struct FieldType : IVocabulary<FieldType>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public FieldType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A record's own id. Wire value <c>id</c>.</summary>
    public static FieldType Id { get; } = new("id");

    /// <summary>The id of another record. Wire value <c>reference</c>.</summary>
    public static FieldType Reference { get; } = new("reference");

    /// <summary>Text of one line. Wire value <c>string</c>.</summary>
    public static FieldType String { get; } = new("string");

    /// <summary>Text of several lines. Wire value <c>textarea</c>.</summary>
    public static FieldType TextArea { get; } = new("textarea");

    /// <summary>Text that is stored encrypted. Wire value <c>encryptedstring</c>.</summary>
    public static FieldType EncryptedString { get; } = new("encryptedstring");

    /// <summary>An e-mail address; its syntax is checked. Wire value <c>email</c>.</summary>
    public static FieldType Email { get; } = new("email");

    /// <summary>A telephone number; free text. Wire value <c>phone</c>.</summary>
    public static FieldType Phone { get; } = new("phone");

    /// <summary>An address of the web. Wire value <c>url</c>.</summary>
    public static FieldType Url { get; } = new("url");

    /// <summary>One of a list of values. Wire value <c>picklist</c>.</summary>
    public static FieldType Picklist { get; } = new("picklist");

    /// <summary>Several of a list of values, in one text joined by semicolons. Wire value <c>multipicklist</c>.</summary>
    public static FieldType MultiPicklist { get; } = new("multipicklist");

    /// <summary>Text with suggestions. Wire value <c>combobox</c>.</summary>
    public static FieldType Combobox { get; } = new("combobox");

    /// <summary>Yes or no; never null. Wire value <c>boolean</c>.</summary>
    public static FieldType Boolean { get; } = new("boolean");

    /// <summary>A whole number. Wire value <c>int</c>.</summary>
    public static FieldType Integer { get; } = new("int");

    /// <summary>A large whole number. Wire value <c>long</c>.</summary>
    public static FieldType Long { get; } = new("long");

    /// <summary>A number. Wire value <c>double</c>.</summary>
    public static FieldType Double { get; } = new("double");

    /// <summary>An amount of money. Wire value <c>currency</c>.</summary>
    public static FieldType Currency { get; } = new("currency");

    /// <summary>A number of hundredths. Wire value <c>percent</c>.</summary>
    public static FieldType Percent { get; } = new("percent");

    /// <summary>A calendar date. Wire value <c>date</c>.</summary>
    public static FieldType Date { get; } = new("date");

    /// <summary>An instant. Wire value <c>datetime</c>.</summary>
    public static FieldType DateTime { get; } = new("datetime");

    /// <summary>A time of day. Wire value <c>time</c>.</summary>
    public static FieldType Time { get; } = new("time");

    /// <summary>A compound address; read-only, its parts are written. Wire value <c>address</c>.</summary>
    public static FieldType Address { get; } = new("address");

    /// <summary>A compound position; read-only, its parts are written. Wire value <c>location</c>.</summary>
    public static FieldType Location { get; } = new("location");

    /// <summary>Binary content. Wire value <c>base64</c>.</summary>
    public static FieldType Base64 { get; } = new("base64");

    /// <summary>One of several types. Wire value <c>anyType</c>.</summary>
    public static FieldType AnyType { get; } = new("anyType");

    /// <summary>A structure. Wire value <c>complexvalue</c>.</summary>
    public static FieldType ComplexValue { get; } = new("complexvalue");

    /// <summary>A group of data categories. Wire value <c>datacategorygroupreference</c>.</summary>
    public static FieldType DataCategoryGroupReference { get; } = new("datacategorygroupreference");

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static FieldType IVocabulary<FieldType>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
