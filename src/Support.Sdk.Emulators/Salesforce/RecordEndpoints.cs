using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>One record at a time (fact sheet section 6).</summary>
internal sealed class RecordEndpoints(Org org, RecordReader reader, RecordWriter writer)
{
    public EmulatorResponse Create(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        return Saved(201, writer.Create(table, RecordInput.FromJson(org, table, call.Body()), call.Writing), null);
    });

    public EmulatorResponse Get(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        return Show(call, table, Row(table, call.Request.Route("id")));
    });

    public EmulatorResponse Update(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        var row = Row(table, call.Request.Route("id"));
        var input = RecordInput.FromJson(org, table, call.Body());
        if (input.Id is not null)
        {
            throw NotInBody("Id");
        }

        writer.Update(table, row, input, call.Writing);
        return EmulatorResponse.Empty(204);
    });

    public EmulatorResponse Delete(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        writer.Delete(table, Row(table, call.Request.Route("id")));
        return EmulatorResponse.Empty(204);
    });

    public EmulatorResponse GetByKey(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        var rows = RecordWriter.Matches(table, Key(table, call.Request.Route("field")), call.Request.Route("value"));
        return rows switch
        {
            [] => SalesforceErrors.NotFound(),
            [var row] => Show(call, table, row),
            _ => Choices(call, table, rows),
        };
    });

    public EmulatorResponse Upsert(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        var key = Key(table, call.Request.Route("field"));
        var value = FieldValues.FromText(key, call.Request.Route("value"), bulk: false) ?? throw new RefusalException(SalesforceErrors.NotFound());
        var input = RecordInput.FromJson(org, table, call.Body());
        if (input.Has(key) || input.Id is not null)
        {
            throw NotInBody(input.Has(key) ? key.Name : "Id");
        }

        var rows = RecordWriter.Matches(table, key, value);
        if (rows.Count > 1)
        {
            return Choices(call, table, rows);
        }

        var (id, created) = writer.Upsert(table, key, value, input, call.Writing, call.Request.Query("updateOnly") == "true");
        return int.Parse(call.Version[1..^2], System.Globalization.CultureInfo.InvariantCulture) < 46 && !created
            ? EmulatorResponse.Empty(204)
            : Saved(created ? 201 : 200, id, created);
    });

    public EmulatorResponse DeleteByKey(SalesforceCall call) => Answered(() =>
    {
        var table = call.Table();
        var rows = RecordWriter.Matches(table, Key(table, call.Request.Route("field")), call.Request.Route("value"));
        if (rows is not [var row])
        {
            return rows.Count == 0 ? SalesforceErrors.NotFound() : Choices(call, table, rows);
        }

        writer.Delete(table, row);
        return EmulatorResponse.Empty(204);
    });

    /// <summary>The field that may be an upsert's key, or the recorded 404. <c>Id</c> may in Collections only.</summary>
    public static FieldSchema Key(RecordTable table, string name, bool idAllowed = false) =>
        table.Schema.Find(name) is { } field && (field.Name == "Id" ? idAllowed : (field.ExternalId || field.IdLookup) && table.HasIndex(field))
            ? field
            : throw SalesforceErrors.Refuse(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {name}");

    private static EmulatorResponse Answered(Func<EmulatorResponse> work)
    {
        try
        {
            return work();
        }
        catch (RecordException refused)
        {
            return SalesforceErrors.Record(refused.Error);
        }
    }

    private static RecordException NotInBody(string name) =>
        new(new RecordError("INVALID_FIELD", $"The {name} field should not be specified in the sobject data.", null));

    private static int Row(RecordTable table, string text)
    {
        var id = SalesforceId.Normalize(text);
        if (id is null)
        {
            throw new RefusalException(SalesforceErrors.Rest(400, "MALFORMED_ID", $"malformed id {text}"));
        }

        var row = table.Row(id);
        return row >= 0 ? row : throw new RefusalException(SalesforceErrors.NotFound());
    }

    private static EmulatorResponse Saved(int status, string id, bool? created)
    {
        var body = new JsonObject { ["id"] = id, ["success"] = true, ["errors"] = new JsonArray() };
        if (created is { } isNew)
        {
            body["created"] = isNew;
        }

        return EmulatorResponse.Json(status, body);
    }

    private static EmulatorResponse Choices(SalesforceCall call, RecordTable table, IEnumerable<int> rows) =>
        EmulatorResponse.Json(300, new JsonArray([.. rows.Select(row => (JsonNode)JsonValue.Create(RecordReader.Url(call.Version, table, row)))]));

    private EmulatorResponse Show(SalesforceCall call, RecordTable table, int row)
    {
        if (table.IsDeleted(row))
        {
            throw RecordWriter.Deleted();
        }

        IEnumerable<FieldSchema> fields = table.Schema.Fields;
        if (call.Request.Query("fields") is { Length: > 0 } names)
        {
            var named = names.Split(',', StringSplitOptions.TrimEntries)
                .Select(name => table.Schema.Find(name) ?? throw RecordInput.NoColumn(table, name)).Distinct().ToList();
            fields = named.Exists(field => field.Name == "Id") ? named : [.. named, table.Schema.Field("Id")];
        }

        return JsonAnswer.Write(200, json => reader.Write(json, call.Version, table, row, fields));
    }
}
