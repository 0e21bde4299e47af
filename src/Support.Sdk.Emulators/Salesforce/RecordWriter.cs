using System.Globalization;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>How a request wants its records written.</summary>
/// <param name="UserRow">The caller.</param>
/// <param name="AllowDuplicates">Whether duplicate rules that may be overridden are.</param>
internal readonly record struct WriteContext(int UserRow, bool AllowDuplicates);

/// <summary>Creates, changes and deletes records by the vendor's rules. A refusal changes nothing.</summary>
internal sealed class RecordWriter(Org org)
{
    /// <summary>The number of an org's first case; eight digits, as orgs come with (both assumed, each org sets its own).</summary>
    private const int FirstAutoNumber = 1001;

    private readonly CampaignRules _campaigns = new(org);
    private readonly DuplicateCheck _duplicates = new(org);

    public string Create(RecordTable table, RecordInput input, WriteContext context)
    {
        if (input.Id is not null)
        {
            throw new RecordException("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }

        Refuse(input, field => !field.Createable);
        var values = new Dictionary<int, string>();
        foreach (var (field, value) in input.Values)
        {
            Set(values, field, value);
        }

        foreach (var (field, value) in table.Schema.Defaults)
        {
            if (!input.Has(field))
            {
                values[field.Ordinal] = value;
            }
        }

        if (table.Schema.Find("OwnerId") is { } owner)
        {
            values.TryAdd(owner.Ordinal, org.Users.Id(context.UserRow));
        }

        if (table == org.Members)
        {
            _campaigns.DefaultStatus(values);
        }

        CompleteEvent(table, values, input);
        List<string>? missing = null;
        foreach (var field in table.Schema.Required)
        {
            if (!values.ContainsKey(field.Ordinal))
            {
                (missing ??= []).Add(field.Name);
            }
        }

        if (missing is not null)
        {
            throw Missing(missing);
        }

        Check(table, values, input, -1);
        if (table == org.Members)
        {
            _campaigns.CheckNewMember(values);
        }

        _duplicates.Check(table, values, -1, context);
        foreach (var field in table.Schema.AutoNumbers)
        {
            values[field.Ordinal] = (table.Rows + FirstAutoNumber).ToString("D8", CultureInfo.InvariantCulture);
        }

        var now = org.Now.ToUnixTimeMilliseconds();
        var row = table.Insert(RecordBytes.Write(new RecordStamps(now, now, context.UserRow, context.UserRow), values));
        org.OnRollback(() => table.Forget(row));
        var id = table.Id(row);
        if (table.Schema.Name == "Campaign")
        {
            _campaigns.AddDefaultStatuses(id, context);
        }

        return id;
    }

    public void Update(RecordTable table, int row, RecordInput input, WriteContext context)
    {
        if (table.IsDeleted(row))
        {
            throw Deleted();
        }

        Refuse(input, field => !field.Updateable);
        var before = table.Data(row);
        var values = RecordBytes.Read(before);
        foreach (var (field, value) in input.Values)
        {
            Set(values, field, value);
        }

        var missing = input.Values.Where(pair => pair.Value is null && !pair.Key.Nillable).Select(pair => pair.Key.Name).ToList();
        if (missing.Count > 0)
        {
            throw Missing(missing);
        }

        CompleteEvent(table, values, input);
        Check(table, values, input, row);
        if (table == org.Members)
        {
            _campaigns.CheckStatus(values);
        }

        _duplicates.Check(table, values, row, context);
        var stamps = RecordBytes.Stamps(before) with { ModifiedAt = org.Now.ToUnixTimeMilliseconds(), ModifiedBy = context.UserRow };
        table.Replace(row, RecordBytes.Write(stamps, values));
        org.OnRollback(() => table.Replace(row, before));
    }

    public void Delete(RecordTable table, int row)
    {
        if (table.IsDeleted(row))
        {
            throw Deleted();
        }

        table.Delete(row);
        org.OnRollback(() => table.Undelete(row));
        _campaigns.Cascade(table, row, this);
    }

    /// <summary>Updates the record of an external id, or creates it. More than one match refuses.</summary>
    /// <returns>The id, and whether it was created.</returns>
    public (string Id, bool Created) Upsert(RecordTable table, FieldSchema key, string? value, RecordInput input, WriteContext context, bool updateOnly = false)
    {
        if (key.Name == "Id")
        {
            if (input.Id is not { } given)
            {
                return (Create(table, input, context), true);
            }

            var at = RowOf(table, given);
            Update(table, at, input, context);
            return (table.Id(at), false);
        }

        if (value is null)
        {
            throw new RecordException("MISSING_ARGUMENT", $"{key.Name} not specified");
        }

        var rows = Matches(table, key, value);
        if (rows.Count > 1)
        {
            throw new RecordException("DUPLICATE_EXTERNAL_ID", $"{key.Name}: more than one record found for external id field: [{string.Join(", ", rows.Select(table.Id))}]");
        }

        if (rows.Count == 1)
        {
            Update(table, rows[0], input, context);
            return (table.Id(rows[0]), false);
        }

        if (updateOnly)
        {
            throw new RecordException(new RecordError("NOT_FOUND", "The requested resource does not exist", null));
        }

        if (!input.Has(key))
        {
            input.Add(key, value);
        }

        return (Create(table, input, context), true);
    }

    /// <summary>Records that have the value, deleted ones left out.</summary>
    public static List<int> Matches(RecordTable table, FieldSchema key, string value) => [.. table.Lookup(key, value).Where(table.IsLive)];

    /// <summary>The row of an id that must be one of this object; deleted ones included.</summary>
    public static int RowOf(RecordTable table, string? text)
    {
        if (text is null)
        {
            throw new RecordException("MISSING_ARGUMENT", "Id not specified in an update call");
        }

        var id = SalesforceId.Normalize(text);
        if (id is null || !id.StartsWith(table.Schema.KeyPrefix, StringComparison.Ordinal))
        {
            throw new RecordException("MALFORMED_ID", $"{table.Schema.Label} ID: id value of incorrect type: {text}", "Id");
        }

        var row = table.Row(id);
        return row >= 0 ? row : throw new RecordException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }

    public static RecordException Deleted() => new("ENTITY_IS_DELETED", "entity is deleted");

    private static RecordException Missing(List<string> names) =>
        new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", names)}]", names);

    private static void Set(Dictionary<int, string> values, FieldSchema field, string? value)
    {
        if (value is null || (field.Kind == FieldKind.Boolean && value == "false"))
        {
            values.Remove(field.Ordinal);
        }
        else
        {
            values[field.Ordinal] = value;
        }
    }

    private static void Refuse(RecordInput input, Predicate<FieldSchema> refused)
    {
        var names = input.Values.Where(pair => refused(pair.Key)).Select(pair => pair.Key.Name).ToList();
        if (names.Count > 0)
        {
            throw new RecordException(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                $"Unable to create/update fields: {string.Join(", ", names)}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
                names);
        }
    }

    private static void CompleteEvent(RecordTable table, Dictionary<int, string> values, RecordInput input)
    {
        if (table.Schema.Name == "Event")
        {
            EventRules.Complete(table.Schema, values, input);
        }
    }

    private void Check(RecordTable table, Dictionary<int, string> values, RecordInput input, int row)
    {
        foreach (var (field, value) in input.Values)
        {
            if (value is null)
            {
                continue;
            }

            if (field.Type == "reference")
            {
                CheckReference(field, value);
            }

            if (field.Unique && table.Lookup(field, value).FirstOrDefault(other => other != row && table.IsLive(other), -1) is >= 0 and var taken)
            {
                throw new RecordException("DUPLICATE_VALUE", $"duplicate value found: {field.Name} duplicates value on record with id: {table.Id(taken)}");
            }
        }

        if (table.Schema.Name == "Event")
        {
            EventRules.Check(table.Schema, values);
        }
    }

    private void CheckReference(FieldSchema field, string id)
    {
        var target = org.TableOf(id);
        if (target is null ? field.ReferenceTo.All(name => org.FindTable(name) is not null) : !field.ReferenceTo.Contains(target.Schema.Name))
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", $"{field.Label}: id value of incorrect type: {id}", field.Name);
        }

        if (!org.IsLive(id))
        {
            throw new RecordException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
    }
}
