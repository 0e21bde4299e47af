using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>An upload and what became of its rows (fact sheet section 9.1).</summary>
internal sealed class IngestJob(
    string id, string createdById, DateTimeOffset createdAt, string version, RecordTable table, string operation, FieldSchema? key, WriteContext context,
    Org org, RecordWriter writer, DailyAllowance batches, int shuffleSeed)
    : BulkJob(id, createdById, createdAt, version)
{
    /// <summary>Fact sheet section 9.1. How they are worded, and that the whole job fails, are assumptions.</summary>
    private const int MostFields = 5_000;
    private const int MostCharactersOfAField = 32_000;
    private const int MostCharactersOfARecord = 400_000;

    private readonly string _version = version;
    private readonly List<int> _starts = [];
    private readonly List<(string? Id, bool Created, string? Error)> _outcomes = [];
    private byte[]? _data;
    private List<string> _header = [];
    private List<BulkColumn> _columns = [];
    private int _failed;

    public bool HasData => _data is not null;

    /// <summary>Ends the job as failed once so many records are processed; <see langword="null"/> for no such accident.</summary>
    public (int After, string Message)? Accident { get; init; }

    public string? AssignmentRuleId { get; init; }

    public void Upload(byte[] data) => _data = data;

    public override void Step(DateTimeOffset now)
    {
        if (State == "UploadComplete")
        {
            Enter("InProgress", now);
            if (!Open(now))
            {
                return;
            }
        }
        else
        {
            Process(now);
        }

        if (!Ended && _outcomes.Count == _starts.Count)
        {
            Enter("JobComplete", now);
        }

        DueAt = Ended ? null : now + org.Options.BulkBatchTime;
    }

    public override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["object"] = table.Schema.Name;
        json["operation"] = operation;
        json["jobType"] = "V2Ingest";
        if (key is not null)
        {
            json["externalIdFieldName"] = key.Name;
        }

        if (AssignmentRuleId is not null)
        {
            json["assignmentRuleId"] = AssignmentRuleId;
        }

        if (State == "Open")
        {
            json["contentUrl"] = $"services/data/{_version}/jobs/ingest/{Id}/batches";
            return json;
        }

        json["numberRecordsProcessed"] = _outcomes.Count;
        json["numberRecordsFailed"] = _failed;
        json["retries"] = 0;
        json["totalProcessingTime"] = (long)Worked.TotalMilliseconds;
        json["apexProcessingTime"] = 0;
        json["apiActiveProcessingTime"] = (long)Worked.TotalMilliseconds;
        return json;
    }

    public byte[] Successful() => Results("sf__Created", failed: false);

    public byte[] Failed() => Results("sf__Error", failed: true);

    /// <summary>The rows no one came to, as they were sent.</summary>
    public byte[] Unprocessed()
    {
        var text = new BulkCsvText(Delimiter, Crlf);
        text.Record(_header);
        var csv = Csv();
        foreach (var row in Shuffled(Enumerable.Range(_outcomes.Count, _starts.Count - _outcomes.Count)))
        {
            Copy(csv, row, text);
        }

        return text.ToArray();
    }

    private byte[] Results(string second, bool failed)
    {
        var text = new BulkCsvText(Delimiter, Crlf);
        text.Record(["sf__Id", second, .. _header]);
        var csv = Csv();
        foreach (var row in Shuffled(Enumerable.Range(0, _outcomes.Count)))
        {
            var (id, created, error) = _outcomes[row];
            if (error is not null == failed)
            {
                text.Cell(id);
                text.Cell(error ?? (created ? "true" : "false"));
                Copy(csv, row, text);
            }
        }

        return text.ToArray();
    }

    private void Copy(BulkCsv csv, int row, BulkCsvText text)
    {
        csv.Position = _starts[row];
        bool more;
        do
        {
            more = csv.Next();
            text.RawCell(csv.Raw);
        }
        while (more);
        text.EndRecord();
    }

    /// <summary>Reads header and rows; a row that is no CSV, or a column that is no field, fails the job as a whole.</summary>
    private bool Open(DateTimeOffset now)
    {
        var csv = Csv();
        try
        {
            _header = csv.Ended ? throw new FormatException("InvalidBatch : Unable to find any fields in the header") : csv.Read();
            if (_header.Count > MostFields)
            {
                throw new FormatException($"InvalidBatch : The header has more than {MostFields} fields");
            }

            if (_header.Count > _header.Distinct(StringComparer.OrdinalIgnoreCase).Count())
            {
                throw new FormatException("InvalidBatch : The header names a field twice"); // The wording is an assumption.
            }

            _columns = _header.ConvertAll(name => BulkColumn.Parse(table.Schema, name) ?? throw new FormatException($"InvalidBatch : Field name not found : {name}"));
            if (key is not null && key.Name != "Id" && !_columns.Exists(column => column.Field == key))
            {
                throw new FormatException($"InvalidBatch : Field name not found : {key.Name}");
            }

            while (!csv.Ended)
            {
                var start = csv.Position;
                _starts.Add(start);
                if (csv.Skip() != _header.Count)
                {
                    throw new FormatException($"InvalidBatch : The number of values in row {_starts.Count} is not that of the header");
                }

                // In fewer bytes than a field may have characters nothing can be too long.
                if (csv.Position - start > MostCharactersOfAField)
                {
                    CheckLengths(csv, start);
                }
            }

            return true;
        }
        catch (FormatException failure)
        {
            Enter("Failed", now, failure.Message);
            return false;
        }
    }

    private void CheckLengths(BulkCsv csv, int start)
    {
        csv.Position = start;
        var length = 0L;
        bool more;
        do
        {
            more = csv.Next();
            var characters = csv.Text.Length;
            length += characters;
            if (characters > MostCharactersOfAField || length > MostCharactersOfARecord)
            {
                throw new FormatException(
                    $"InvalidBatch : Row {_starts.Count} has more than {MostCharactersOfAField} characters in a field or {MostCharactersOfARecord} in all");
            }
        }
        while (more);
    }

    private void Process(DateTimeOffset now)
    {
        if (!batches.TryTake())
        {
            Enter("Failed", now, "ApiBatchItems : Limit exceeded");
            return;
        }

        Worked += org.Options.BulkBatchTime;
        var csv = Csv();
        for (var i = 0; i < org.Options.BulkBatchSize && _outcomes.Count < _starts.Count; i++)
        {
            if (Accident is { } accident && _outcomes.Count == accident.After)
            {
                Enter("Failed", now, accident.Message);
                return;
            }

            try
            {
                var (id, created) = Write(csv, _starts[_outcomes.Count]);
                _outcomes.Add((id, created, null));
            }
            catch (RecordException refused)
            {
                _failed++;
                _outcomes.Add((null, false, refused.Error.ToBulk()));
            }
        }
    }

    private (string Id, bool Created) Write(BulkCsv csv, int start)
    {
        var input = new RecordInput();
        csv.Position = start;
        foreach (var column in _columns)
        {
            _ = csv.Next();
            input.AddCell(org, column, csv.Text);
        }

        switch (operation)
        {
            case "insert":
                return (writer.Create(table, input, context), true);
            case "upsert":
                return writer.Upsert(table, key!, input[key!], input, context);
            default:
                var row = RecordWriter.RowOf(table, input.Id);
                if (operation == "update")
                {
                    writer.Update(table, row, input, context);
                }
                else
                {
                    writer.Delete(table, row);
                }

                return (table.Id(row), false);
        }
    }

    private BulkCsv Csv() => new(_data ?? [], Delimiter, Crlf);

    /// <summary>Another order than that of the upload, the same for the same seed: the vendor promises none.</summary>
    private int[] Shuffled(IEnumerable<int> rows)
    {
        int[] order = [.. rows];
        new Random(shuffleSeed).Shuffle(order);
        return order;
    }
}
