using System.Globalization;
using System.Text.Json;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Queries and their pages (fact sheet section 7).</summary>
internal sealed class QueryEndpoints(Org org, RecordReader reader, SoqlRunner runner, IdGenerator ids)
{
    private static readonly TimeSpan CursorLifetime = TimeSpan.FromDays(2);
    private readonly Dictionary<string, Cursor> _cursors = new(StringComparer.Ordinal);
    private readonly Queue<Cursor> _byAge = new();

    /// <summary>Cursors that are kept.</summary>
    public int Cursors => _cursors.Count;

    public EmulatorResponse Query(SalesforceCall call) => Start(call, withDeleted: false);

    public EmulatorResponse QueryAll(SalesforceCall call) => Start(call, withDeleted: true);

    /// <summary>The page of a locator such as <c>01g…-2000</c>; it can be read again.</summary>
    public EmulatorResponse Next(SalesforceCall call)
    {
        var locator = call.Request.Route("locator");
        var dash = locator.LastIndexOf('-');
        if (dash < 0 || !_cursors.TryGetValue(locator[..dash], out var cursor) || cursor.EndsAt <= call.Request.At
            || !int.TryParse(locator[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from >= cursor.Rows.Length)
        {
            throw SalesforceErrors.Refuse(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }

        return Page(call, cursor, from);
    }

    private EmulatorResponse Start(SalesforceCall call, bool withDeleted)
    {
        var soql = call.Request.Query("q") ?? throw SalesforceErrors.Malformed("SOQL statements cannot be empty or null");
        while (_byAge.TryPeek(out var oldest) && oldest.EndsAt <= call.Request.At)
        {
            _cursors.Remove(_byAge.Dequeue().Id);
        }

        var query = SoqlParser.Parse(org, soql);
        var rows = runner.Run(query, withDeleted);
        if (query.CountsOnly)
        {
            return JsonAnswer.Write(200, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("totalSize", rows.Length);
                json.WriteBoolean("done", true);
                json.WriteStartArray("records");
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        var cursor = new Cursor("01g" + ids.Letters(15), query, rows, PageSize(call), call.Request.At + CursorLifetime);
        if (rows.Length > cursor.PageSize)
        {
            _cursors.Add(cursor.Id, cursor);
            _byAge.Enqueue(cursor);
        }

        return Page(call, cursor, 0);
    }

    private EmulatorResponse Page(SalesforceCall call, Cursor cursor, int from)
    {
        var to = Math.Min(cursor.Rows.Length, from + cursor.PageSize);
        return JsonAnswer.Write(200, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("totalSize", cursor.Rows.Length);
            json.WriteBoolean("done", to == cursor.Rows.Length);
            if (to < cursor.Rows.Length)
            {
                json.WriteString("nextRecordsUrl", $"/services/data/{call.Version}/query/{cursor.Id}-{to}");
            }

            json.WriteStartArray("records");
            foreach (var row in cursor.Rows.AsSpan(from, to - from))
            {
                json.WriteStartObject();
                RecordReader.WriteAttributes(json, call.Version, cursor.Query.Table, row);
                Write(json, call.Version, cursor.Query.Table, row, cursor.Query.Fields, 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Fields as selected; those of a parent together in one object, or null without parent.</summary>
    private void Write(Utf8JsonWriter json, string version, RecordTable table, int row, IReadOnlyList<SoqlPath> paths, int depth)
    {
        var parents = new HashSet<FieldSchema>();
        foreach (var path in paths)
        {
            if (path.Via.Count == depth)
            {
                if ((path.Field ?? table.Schema.Find(path.Name)) is { } field && (path.Field is not null || path.Name != "Type"))
                {
                    reader.WriteValue(json, table, row, field);
                }
                else
                {
                    json.WriteString(path.Name, path.Name == "Type" ? table.Schema.Name : null);
                }

                continue;
            }

            var reference = path.Via[depth];
            if (!parents.Add(reference))
            {
                continue;
            }

            json.WritePropertyName(reference.RelationshipName!);
            if (reader.Get(table, row, reference) is { } id && org.TableOf(id) is { } parent && parent.Row(id) is >= 0 and var at)
            {
                json.WriteStartObject();
                RecordReader.WriteAttributes(json, version, parent, at);
                Write(json, version, parent, at, [.. paths.Where(other => other.Via.Count > depth && other.Via[depth] == reference)], depth + 1);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private static int PageSize(SalesforceCall call)
    {
        var option = (call.Request.Header("Sforce-Query-Options") ?? "").Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("batchSize=", StringComparison.OrdinalIgnoreCase));
        return option is not null && int.TryParse(option["batchSize=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Math.Clamp(size, 200, 2000)
            : 2000;
    }

    private sealed record Cursor(string Id, SoqlQuery Query, int[] Rows, int PageSize, DateTimeOffset EndsAt);
}
