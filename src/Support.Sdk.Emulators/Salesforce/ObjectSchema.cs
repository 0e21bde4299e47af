using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>An object and its fields. Used under the emulator's gate.</summary>
internal sealed class ObjectSchema
{
    private readonly Dictionary<string, FieldSchema> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FieldSchema> _byRelationship = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FieldSchema> _fields = [];

    public ObjectSchema(JsonObject describe, DateTimeOffset now)
    {
        Describe = describe;
        ChangedAt = now;
        Name = (string)describe["name"]!;
        Label = (string)describe["label"]!;
        KeyPrefix = (string)describe["keyPrefix"]!;
        foreach (var field in describe["fields"]!.AsArray())
        {
            Add(field!.AsObject());
        }

        Sort();
    }

    public string Name { get; }

    public string Label { get; }

    public string KeyPrefix { get; }

    /// <summary>The full describe, with <c>vxx.0</c> in place of the version.</summary>
    public JsonObject Describe { get; }

    /// <summary>When the describe changed last: what <c>If-Modified-Since</c> is compared with.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<FieldSchema> Fields => _fields;

    /// <summary>What new records get where nothing is given.</summary>
    public IReadOnlyList<(FieldSchema Field, string Value)> Defaults { get; private set; } = [];

    /// <summary>Fields that a new record must have.</summary>
    public IReadOnlyList<FieldSchema> Required { get; private set; } = [];

    /// <summary>Fields in which the vendor counts records.</summary>
    public IReadOnlyList<FieldSchema> AutoNumbers { get; private set; } = [];

    public FieldSchema? Find(string name) => _byName.GetValueOrDefault(name);

    public FieldSchema Field(string name) => _byName[name];

    /// <summary>The reference behind a relationship's name, such as AccountId behind Account.</summary>
    public FieldSchema? FindRelationship(string name) => _byRelationship.GetValueOrDefault(name);

    public FieldSchema AddField(JsonObject describe, DateTimeOffset now)
    {
        Describe["fields"]!.AsArray().Add((JsonNode)describe);
        ChangedAt = now;
        var field = Add(describe);
        Sort();
        return field;
    }

    /// <summary>Lets a reference point to one more object.</summary>
    public void AddTarget(string fieldName, string objectName, DateTimeOffset now)
    {
        var old = _byName[fieldName];
        var describe = Describe["fields"]!.AsArray()[old.Ordinal]!.AsObject();
        if (old.ReferenceTo.Contains(objectName))
        {
            return;
        }

        describe["referenceTo"]!.AsArray().Add((JsonNode)objectName);
        ChangedAt = now;
        var field = new FieldSchema(describe, old.Ordinal);
        _fields[field.Ordinal] = _byName[field.Name] = field;
        if (field.RelationshipName is { } relationship && _byRelationship[relationship] == old)
        {
            _byRelationship[relationship] = field;
        }

        Sort();
    }

    /// <summary>Fields by what a new record asks of them: looked for once, not for each record.</summary>
    private void Sort()
    {
        Defaults = [.. _fields.Where(field => field is { Createable: true, DefaultValue.Length: > 0 } && (field.Kind != FieldKind.Boolean || field.DefaultValue == "true")).Select(field => (field, field.DefaultValue!))];
        Required = [.. _fields.Where(field => field.Required)];
        AutoNumbers = [.. _fields.Where(field => field.AutoNumber)];
    }

    private FieldSchema Add(JsonObject describe)
    {
        var field = new FieldSchema(describe, _fields.Count);
        _fields.Add(field);
        _byName.Add(field.Name, field);
        if (field.RelationshipName is { } relationship)
        {
            _byRelationship.TryAdd(relationship, field);
        }

        return field;
    }
}
