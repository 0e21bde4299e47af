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
    }

    public string Name { get; }

    public string Label { get; }

    public string KeyPrefix { get; }

    /// <summary>The full describe, with <c>vxx.0</c> in place of the version.</summary>
    public JsonObject Describe { get; }

    /// <summary>When the describe changed last: what <c>If-Modified-Since</c> is compared with.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<FieldSchema> Fields => _fields;

    public FieldSchema? Find(string name) => _byName.GetValueOrDefault(name);

    public FieldSchema Field(string name) => _byName[name];

    /// <summary>The reference behind a relationship's name, such as AccountId behind Account.</summary>
    public FieldSchema? FindRelationship(string name) => _byRelationship.GetValueOrDefault(name);

    public FieldSchema AddField(JsonObject describe, DateTimeOffset now)
    {
        Describe["fields"]!.AsArray().Add((JsonNode)describe);
        ChangedAt = now;
        return Add(describe);
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
