using System.Text.Json;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>What a request gives for one record: fields with their checked values, <see langword="null"/> to clear.</summary>
internal sealed class RecordInput
{
    public List<KeyValuePair<FieldSchema, string?>> Values { get; } = [];

    /// <summary>The <c>Id</c> of the body, as sent.</summary>
    public string? Id { get; private set; }

    public string? this[FieldSchema field]
    {
        get
        {
            foreach (var (key, value) in Values)
            {
                if (key == field)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public bool Has(FieldSchema field) => Values.Exists(pair => pair.Key == field);

    public static RecordInput FromJson(Org org, RecordTable table, JsonElement body)
    {
        var input = new RecordInput();
        foreach (var member in body.EnumerateObject())
        {
            if (member.Name == "attributes")
            {
                continue;
            }

            if (member.Name.Equals("Id", StringComparison.OrdinalIgnoreCase))
            {
                input.Id = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && table.Schema.FindRelationship(member.Name) is { } reference)
            {
                var key = member.Value.EnumerateObject().Where(part => part.Name != "attributes").ToList();
                if (key is not [var only])
                {
                    throw new RecordException("INVALID_FIELD", $"A reference by {member.Name} names one external id field.", reference.Name);
                }

                input.Add(reference, ByExternalId(org, reference, null, only.Name, only.Value.ToString()));
            }
            else
            {
                var field = table.Schema.Find(member.Name) ?? throw NoColumn(table, member.Name);
                input.Add(field, FieldValues.FromJson(field, member.Value));
            }
        }

        return input;
    }

    /// <summary>Adds a cell; <c>#N/A</c> clears, nothing is nothing.</summary>
    public void AddCell(Org org, BulkColumn column, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (column.Field.Name == "Id")
        {
            Id = text;
        }
        else if (text == "#N/A")
        {
            Add(column.Field, column.Field.Kind == FieldKind.Boolean ? FieldValues.FromText(column.Field, "", bulk: true) : null);
        }
        else
        {
            Add(column.Field, column.Key is null
                ? FieldValues.FromText(column.Field, text, bulk: true)
                : ByExternalId(org, column.Field, column.Target, column.Key, text));
        }
    }

    public void Add(FieldSchema field, string? value) => Values.Add(new(field, value));

    public static RecordException NoColumn(RecordTable table, string name) =>
        new(new RecordError("INVALID_FIELD", $"No such column '{name}' on sobject of type {table.Schema.Name}", null));

    private static string ByExternalId(Org org, FieldSchema reference, string? target, string keyName, string value)
    {
        foreach (var table in (target is null ? reference.ReferenceTo : [target]).Select(org.FindTable).OfType<RecordTable>())
        {
            if (table.Schema.Find(keyName) is not { } key || !(key.ExternalId || key.IdLookup) || key.Name == "Id")
            {
                continue;
            }

            var found = table.Lookup(key, value).Where(table.IsLive).Take(2).ToList();
            return found switch
            {
                [var row] => table.Id(row),
                [] => throw new RecordException("INVALID_FIELD", $"Foreign key external ID: {value} not found for field {keyName} in entity {table.Schema.Name}"),
                _ => throw new RecordException("DUPLICATE_EXTERNAL_ID", $"{keyName}: more than one record found for external id field: {value}"),
            };
        }

        throw new RecordException("INVALID_FIELD", $"{keyName} is not an external id of what {reference.Name} refers to.", reference.Name);
    }
}
