using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>How the value of a field is written and compared.</summary>
internal enum FieldKind
{
    Text,
    Email,
    Boolean,
    Integer,
    Number,
    Date,
    Instant,
    Id,
    Address,
}

/// <summary>A field as its describe tells it. Immutable.</summary>
internal sealed class FieldSchema
{
    public FieldSchema(JsonObject describe, int ordinal)
    {
        Ordinal = ordinal;
        Name = (string)describe["name"]!;
        Label = (string?)describe["label"] ?? Name;
        Type = (string)describe["type"]!;
        Length = (int?)describe["length"] ?? 0;
        Nillable = Flag("nillable");
        Createable = Flag("createable");
        Updateable = Flag("updateable");
        DefaultedOnCreate = Flag("defaultedOnCreate");
        ExternalId = Flag("externalId");
        IdLookup = Flag("idLookup");
        Unique = Flag("unique");
        CaseSensitive = Flag("caseSensitive");
        AutoNumber = Flag("autoNumber");
        Filterable = Flag("filterable");
        Sortable = Flag("sortable");
        DefaultValue = describe["defaultValue"] is JsonValue value ? value.ToString() : null;
        RelationshipName = (string?)describe["relationshipName"];
        ReferenceTo = describe["referenceTo"] is JsonArray targets ? [.. targets.Select(target => (string)target!)] : [];
        Choices = Flag("restrictedPicklist") && describe["picklistValues"] is JsonArray choices
            ? choices.Where(choice => (bool)choice!["active"]!).Select(choice => (string)choice!["value"]!).ToFrozenSet(StringComparer.Ordinal)
            : null;
        Kind = Type switch
        {
            "boolean" => FieldKind.Boolean,
            "int" or "long" => FieldKind.Integer,
            "double" or "currency" or "percent" => FieldKind.Number,
            "date" => FieldKind.Date,
            "datetime" => FieldKind.Instant,
            "id" or "reference" => FieldKind.Id,
            "address" => FieldKind.Address,
            "email" => FieldKind.Email,
            _ => FieldKind.Text,
        };
        var digits = Kind == FieldKind.Integer ? Number("digits") : Number("precision") - Number("scale");
        Bound = Kind is FieldKind.Integer or FieldKind.Number && digits > 0 ? (decimal)Math.Pow(10, digits) : null;

        int Number(string name) => (int?)describe[name] ?? 0;
        bool Flag(string name) => describe[name] is JsonValue flag && (bool)flag;
    }

    public int Ordinal { get; }

    public string Name { get; }

    public string Label { get; }

    public string Type { get; }

    public FieldKind Kind { get; }

    public int Length { get; }

    /// <summary>What a number stays below, without its sign: ten to the digits it may have before the point; <see langword="null"/> when the describe tells none.</summary>
    public decimal? Bound { get; }

    public bool Nillable { get; }

    public bool Createable { get; }

    public bool Updateable { get; }

    public bool DefaultedOnCreate { get; }

    public bool ExternalId { get; }

    public bool IdLookup { get; }

    public bool Unique { get; }

    public bool CaseSensitive { get; }

    /// <summary>Whether the vendor counts records in it.</summary>
    public bool AutoNumber { get; }

    public bool Filterable { get; }

    public bool Sortable { get; }

    public string? DefaultValue { get; }

    public string? RelationshipName { get; }

    public IReadOnlyList<string> ReferenceTo { get; }

    /// <summary>The active values of a restricted picklist; <see langword="null"/> for all other fields.</summary>
    public FrozenSet<string>? Choices { get; }

    /// <summary>Whether a record must be given a value: a boolean never, it is false otherwise.</summary>
    public bool Required => !Nillable && Createable && !DefaultedOnCreate && Kind != FieldKind.Boolean;

    /// <summary>Whether records can be found by it without a look at each.</summary>
    public bool Indexed => Name != "Id" && (ExternalId || IdLookup || Unique || (Type == "reference" && Createable && Name is not ("OwnerId" or "RecordTypeId")));

    public StringComparison Comparison => CaseSensitive || Kind == FieldKind.Id ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public override string ToString() => $"{Name} ({Type})";
}
