using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A field to be added to an object of the emulated org, as a describe will show it. Immutable.</summary>
/// <example><code>
/// salesforce.AddField("Contact", SalesforceField.Text("WebinarKey__c", 80) with { ExternalId = true, Unique = true });
/// </code></example>
public sealed record SalesforceField
{
    private SalesforceField(string name, string type, int length = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (Name, Type, Length) = (name, type, length);
    }

    /// <summary>The API name; custom fields end in <c>__c</c>.</summary>
    public string Name { get; }

    /// <summary>The vendor's type, such as <c>string</c>, <c>picklist</c>, <c>currency</c>.</summary>
    public string Type { get; }

    /// <summary>Characters a text may have; 0 for other types.</summary>
    public int Length { get; }

    /// <summary>The label; by default the name without its suffix.</summary>
    public string? Label { get; init; }

    /// <summary>Whether a record must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether upserts may name it as their key.</summary>
    public bool ExternalId { get; init; }

    /// <summary>Whether no two records may have the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether uniqueness and look-ups tell case apart.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Whether it can be written. Default <see langword="true"/>.</summary>
    public bool Writable { get; init; } = true;

    /// <summary>The value new records get when none is given.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The active values of a picklist.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>Whether a picklist takes its own values only.</summary>
    public bool Restricted { get; private init; }

    /// <summary>The objects a reference may point to.</summary>
    public IReadOnlyList<string> ReferenceTo { get; private init; } = [];

    /// <summary>The name by which queries reach the referenced record, such as <c>Webinar__r</c>.</summary>
    public string? RelationshipName { get; private init; }

    /// <summary>A line of text of up to <paramref name="length"/> characters.</summary>
    public static SalesforceField Text(string name, int length) => new(name, "string", length);

    /// <summary>Text of several lines; the vendor cannot filter by it when it is longer than 255.</summary>
    public static SalesforceField LongText(string name, int length = 32000) => new(name, "textarea", length);

    /// <summary>An e-mail address, whose syntax is checked.</summary>
    public static SalesforceField Email(string name) => new(name, "email", 80);

    /// <summary>A telephone number: any text of up to 40 characters.</summary>
    public static SalesforceField Phone(string name) => new(name, "phone", 40);

    /// <summary>A web address of up to 255 characters.</summary>
    public static SalesforceField Url(string name) => new(name, "url", 255);

    /// <summary>True or false, never null.</summary>
    public static SalesforceField Checkbox(string name) => new(name, "boolean");

    /// <summary>A whole number of up to eight digits.</summary>
    public static SalesforceField Integer(string name) => new(name, "int");

    /// <summary>A decimal number of up to 18 digits before the point.</summary>
    public static SalesforceField Number(string name) => new(name, "double");

    /// <summary>An amount of money of up to 18 digits before the point.</summary>
    public static SalesforceField Currency(string name) => new(name, "currency");

    /// <summary>A percentage of up to 18 digits before the point.</summary>
    public static SalesforceField Percent(string name) => new(name, "percent");

    /// <summary>A day.</summary>
    public static SalesforceField Date(string name) => new(name, "date");

    /// <summary>An instant.</summary>
    public static SalesforceField DateTime(string name) => new(name, "datetime");

    /// <summary>One of several values; unless <paramref name="restricted"/>, others are accepted too.</summary>
    public static SalesforceField Picklist(string name, IEnumerable<string> choices, bool restricted) =>
        new(name, "picklist", 255) { Choices = [.. choices], Restricted = restricted };

    /// <summary>A reference to a record of another object.</summary>
    /// <param name="name">The API name, such as <c>Webinar__c</c>.</param>
    /// <param name="relationshipName">The name queries use, such as <c>Webinar__r</c>.</param>
    /// <param name="targets">The objects it may point to.</param>
    public static SalesforceField Reference(string name, string relationshipName, params IEnumerable<string> targets) =>
        new(name, "reference", 18) { RelationshipName = relationshipName, ReferenceTo = [.. targets] };

    internal JsonObject ToDescribe() => new()
    {
        ["autoNumber"] = false,
        ["byteLength"] = Length * 3,
        ["calculated"] = false,
        ["caseSensitive"] = CaseSensitive,
        ["compoundFieldName"] = null,
        ["controllerName"] = null,
        ["createable"] = Writable,
        ["custom"] = Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase),
        ["defaultValue"] = Type == "boolean" ? JsonValue.Create(DefaultValue == "true") : DefaultValue,
        ["defaultedOnCreate"] = DefaultValue is not null || Type == "boolean",
        ["dependentPicklist"] = false,
        ["digits"] = Type == "int" ? 8 : 0,
        ["externalId"] = ExternalId,
        ["filterable"] = !(Type == "textarea" && Length > 255),
        ["groupable"] = Type is not ("textarea" or "double" or "currency" or "percent" or "datetime"),
        ["idLookup"] = ExternalId || Name == "Id",
        ["inlineHelpText"] = null,
        ["label"] = Label ?? (Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase) ? Name[..^3].Replace('_', ' ') : Name),
        ["length"] = Length,
        ["name"] = Name,
        ["nameField"] = Name == "Name",
        ["nillable"] = !Required && Type != "boolean",
        ["permissionable"] = !Required,
        ["picklistValues"] = new JsonArray([.. Choices.Select(choice => (JsonNode)new JsonObject
        {
            ["active"] = true,
            ["defaultValue"] = choice == DefaultValue,
            ["label"] = choice,
            ["validFor"] = null,
            ["value"] = choice,
        })]),
        ["polymorphicForeignKey"] = ReferenceTo.Count > 1,
        ["precision"] = Type is "double" or "currency" or "percent" ? 18 : 0,
        ["referenceTo"] = new JsonArray([.. ReferenceTo.Select(target => (JsonNode)JsonValue.Create(target))]),
        ["relationshipName"] = RelationshipName,
        ["restrictedPicklist"] = Restricted,
        ["scale"] = 0,
        ["soapType"] = Type switch
        {
            "id" or "reference" => "tns:ID",
            "int" => "xsd:int",
            "double" or "currency" or "percent" => "xsd:double",
            "boolean" => "xsd:boolean",
            "date" => "xsd:date",
            "datetime" => "xsd:dateTime",
            _ => "xsd:string",
        },
        ["sortable"] = !(Type == "textarea" && Length > 255),
        ["type"] = Type,
        ["unique"] = Unique,
        ["updateable"] = Writable && !CreateOnly,
    };

    /// <summary>Whether it can be written when the record is made only.</summary>
    internal bool CreateOnly { get; init; }

    internal static SalesforceField RecordId(string label) => new("Id", "id", 18) { Label = label, Writable = false, DefaultValue = "", Required = true };
}
