using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A query whose result is fetched as CSV in pages (fact sheet section 9.2).</summary>
internal sealed class QueryJob(
    string id, string createdById, DateTimeOffset createdAt, string version, SoqlQuery query, bool withDeleted, Org org, RecordReader reader, SoqlRunner runner)
    : BulkJob(id, createdById, createdAt, version)
{
    public int[] Rows { get; private set; } = [];

    public override void Step(DateTimeOffset now)
    {
        if (State == "UploadComplete")
        {
            Enter("InProgress", now);
            DueAt = now + org.Options.BulkBatchTime;
            return;
        }

        Worked += org.Options.BulkBatchTime;
        Rows = runner.Run(query, withDeleted);
        Enter("JobComplete", now);
    }

    public override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["operation"] = withDeleted ? "queryAll" : "query";
        json["object"] = query.Table.Schema.Name;
        json["jobType"] = "V2Query";
        if (State == "JobComplete")
        {
            json["numberRecordsProcessed"] = Rows.Length;
            json["retries"] = 0;
            json["totalProcessingTime"] = (long)Worked.TotalMilliseconds;
        }

        return json;
    }

    public byte[] Page(int from, int count)
    {
        var text = new BulkCsvText(Delimiter, Crlf);
        text.Record(query.Fields.Select(path => string.Join('.', path.Via.Select(reference => reference.RelationshipName).Append(path.Field?.Name ?? path.Name))));
        foreach (var row in Rows.AsSpan(from, count))
        {
            text.Record(query.Fields.Select(path => Cell(path, row)));
        }

        return text.ToArray();
    }

    private string? Cell(SoqlPath path, int row)
    {
        var value = path.Get(org, reader, query.Table, row);
        return path.Field?.Kind == FieldKind.Instant ? value?.Replace("+0000", "Z", StringComparison.Ordinal) : value;
    }
}
