using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Up to 200 records a call, with a result for each in the request's order (fact sheet section 8).</summary>
internal sealed class CollectionEndpoints(Org org, RecordReader reader, RecordWriter writer)
{
    private const int Most = 200;

    public EmulatorResponse Create(SalesforceCall call) => Write(call, record =>
    {
        var table = TableOf(record);
        return (writer.Create(table, RecordInput.FromJson(org, table, record), call.Writing), null);
    });

    public EmulatorResponse Update(SalesforceCall call) => Write(call, record =>
    {
        var table = TableOf(record);
        var input = RecordInput.FromJson(org, table, record);
        var row = RecordWriter.RowOf(table, input.Id);
        writer.Update(table, row, input, call.Writing);
        return (table.Id(row), null);
    });

    public EmulatorResponse Upsert(SalesforceCall call)
    {
        var table = call.Table();
        var key = RecordEndpoints.Key(table, call.Request.Route("field"), idAllowed: true);
        return Write(call, record =>
        {
            if (TableOf(record) != table)
            {
                throw new RecordException("INVALID_TYPE", $"All records of this call are of type {table.Schema.Name}");
            }

            var input = RecordInput.FromJson(org, table, record);
            var (id, created) = writer.Upsert(table, key, key.Name == "Id" ? null : input[key], input, call.Writing);
            return (id, created);
        });
    }

    public EmulatorResponse Delete(SalesforceCall call)
    {
        var ids = (call.Request.Query("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Limit(ids.Length);
        return Run(ids, call.Request.Query("allOrNone") == "true", text =>
        {
            var table = SalesforceId.Normalize(text) is { } id ? org.TableOf(id) : null;
            if (table is null)
            {
                throw new RecordException("MALFORMED_ID", $"malformed id {text}");
            }

            var row = RecordWriter.RowOf(table, text);
            writer.Delete(table, row);
            return (table.Id(row), null);
        });
    }

    /// <summary>Records by id, <see langword="null"/> for those that are not there.</summary>
    public EmulatorResponse Get(SalesforceCall call)
    {
        var table = call.Table();
        var (ids, names) = call.Request.Method == "GET"
            ? (Split(call.Request.Query("ids")), Split(call.Request.Query("fields")))
            : (Strings(call.Body(), "ids"), Strings(call.Body(), "fields"));
        var fields = names.Select(name => table.Schema.Find(name) ?? throw new RefusalException(SalesforceErrors.Record(RecordInput.NoColumn(table, name).Error))).Distinct().ToList();
        return JsonAnswer.Write(200, json =>
        {
            json.WriteStartArray();
            foreach (var text in ids)
            {
                if (SalesforceId.Normalize(text) is { } id && table.Row(id) is >= 0 and var row && table.IsLive(row))
                {
                    reader.Write(json, call.Version, table, row, fields);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        });

        static string[] Split(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        static string[] Strings(JsonElement body, string name) =>
            body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.ToString())] : [];
    }

    private EmulatorResponse Write(SalesforceCall call, Func<JsonElement, (string Id, bool? Created)> work)
    {
        var body = call.Body();
        if (!body.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
        {
            throw SalesforceErrors.NotJson("The body must have an array of records");
        }

        Limit(records.GetArrayLength());
        var allOrNone = body.TryGetProperty("allOrNone", out var flag) && flag.ValueKind == JsonValueKind.True;
        return Run([.. records.EnumerateArray()], allOrNone, work);
    }

    private EmulatorResponse Run<T>(IReadOnlyList<T> items, bool allOrNone, Func<T, (string Id, bool? Created)> work)
    {
        var outcomes = new List<(string? Id, bool? Created, RecordError? Error)>();
        if (allOrNone)
        {
            org.Begin();
        }

        foreach (var item in items)
        {
            try
            {
                var (id, created) = work(item);
                outcomes.Add((id, created, null));
            }
            catch (RecordException refused)
            {
                outcomes.Add((null, null, refused.Error));
            }
        }

        if (allOrNone && outcomes.Exists(outcome => outcome.Error is not null))
        {
            org.Rollback();
            var rolledBack = new RecordError(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back because not all records were valid and the request was using AllOrNone header", []);
            outcomes = outcomes.ConvertAll(outcome => (outcome.Id, outcome.Created, Error: outcome.Error ?? (RecordError?)rolledBack));
        }
        else if (allOrNone)
        {
            org.Commit();
        }

        return EmulatorResponse.Json(200, new JsonArray([.. outcomes.Select(outcome => (JsonNode)Result(outcome.Id, outcome.Created, outcome.Error))]));
    }

    private static JsonObject Result(string? id, bool? created, RecordError? error)
    {
        var json = new JsonObject();
        if (id is not null)
        {
            json["id"] = id;
        }

        json["success"] = error is null;
        json["errors"] = error is null ? new JsonArray() : new JsonArray(error.ToResult());
        if (created is { } isNew && error is null)
        {
            json["created"] = isNew;
        }

        return json;
    }

    private static void Limit(int count)
    {
        if (count > Most)
        {
            throw SalesforceErrors.Refuse(400, "EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {Most} records in this call");
        }
    }

    private RecordTable TableOf(JsonElement record)
    {
        var type = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
            && attributes.TryGetProperty("type", out var name) ? name.GetString() : null;
        return type is null
            ? throw new RecordException("INVALID_INPUT", "Include a type attribute for every record")
            : org.FindTable(type) ?? throw new RecordException("INVALID_TYPE", $"sObject type '{type}' is not supported.");
    }
}
