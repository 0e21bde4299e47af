namespace Support.Sdk.Emulators.Salesforce;

/// <summary>The records of one object, with indexes of the fields that look-ups use. Used under the emulator's gate.</summary>
internal sealed class RecordTable
{
    /// <summary>The first record's number: ids of an org that has lived.</summary>
    private const long FirstNumber = 41_000_001;

    private readonly List<byte[]?> _rows = [];
    private readonly HashSet<int> _deleted = [];
    private readonly Dictionary<int, HashIndex> _indexes = [];

    public RecordTable(ObjectSchema schema)
    {
        Schema = schema;
        foreach (var field in schema.Fields.Where(field => field.Indexed))
        {
            EnsureIndex(field);
        }
    }

    public ObjectSchema Schema { get; }

    /// <summary>Rows ever given, deleted and rolled back ones included.</summary>
    public int Rows => _rows.Count;

    /// <summary>Records that are not deleted.</summary>
    public int Count { get; private set; }

    /// <summary>How often a record was looked at to find others: what an index saves.</summary>
    public long Visits { get; set; }

    public string Id(int row) => SalesforceId.Format(Schema.KeyPrefix, FirstNumber + row);

    /// <summary>The row of an id in its long form, deleted or not; -1 when there never was one.</summary>
    public int Row(string id)
    {
        var row = SalesforceId.Number(id) - FirstNumber;
        return id.StartsWith(Schema.KeyPrefix, StringComparison.Ordinal) && row >= 0 && row < _rows.Count && _rows[(int)row] is not null ? (int)row : -1;
    }

    public bool Exists(int row) => _rows[row] is not null;

    public bool IsDeleted(int row) => _deleted.Contains(row);

    public bool IsLive(int row) => _rows[row] is not null && !_deleted.Contains(row);

    public byte[] Data(int row) => _rows[row]!;

    public string? Get(int row, FieldSchema field) => RecordBytes.Find(_rows[row]!, field.Ordinal);

    public int Insert(byte[] data)
    {
        _rows.Add(data);
        Count++;
        Index(_rows.Count - 1, data, null);
        return _rows.Count - 1;
    }

    public void Replace(int row, byte[] data)
    {
        var old = _rows[row]!;
        _rows[row] = data;
        Index(row, data, old);
    }

    public void Delete(int row)
    {
        if (_deleted.Add(row))
        {
            Count--;
        }
    }

    public void Undelete(int row)
    {
        if (_deleted.Remove(row))
        {
            Count++;
        }
    }

    /// <summary>Undoes an insert: the id is used up, the record never was.</summary>
    public void Forget(int row)
    {
        foreach (var (ordinal, index) in _indexes)
        {
            if (RecordBytes.Find(_rows[row]!, ordinal) is not null)
            {
                index.Remove(row);
            }
        }

        _rows[row] = null;
        _deleted.Remove(row);
        Count--;
    }

    public bool HasIndex(FieldSchema field) => _indexes.ContainsKey(field.Ordinal);

    public void EnsureIndex(FieldSchema field)
    {
        if (_indexes.ContainsKey(field.Ordinal))
        {
            return;
        }

        var index = new HashIndex();
        _indexes.Add(field.Ordinal, index);
        for (var row = 0; row < _rows.Count; row++)
        {
            if (_rows[row] is { } data && RecordBytes.Find(data, field.Ordinal) is { } value)
            {
                index.Add(row, value);
            }
        }
    }

    /// <summary>Rows of an indexed field's value, deleted ones included, the latest first.</summary>
    public IEnumerable<int> Lookup(FieldSchema field, string value)
    {
        foreach (var row in _indexes[field.Ordinal].Candidates(value))
        {
            Visits++;
            if (string.Equals(Get(row, field), value, field.Comparison))
            {
                yield return row;
            }
        }
    }

    private void Index(int row, byte[] data, byte[]? old)
    {
        foreach (var (ordinal, index) in _indexes)
        {
            var value = RecordBytes.Find(data, ordinal);
            var before = old is null ? null : RecordBytes.Find(old, ordinal);
            if (value == before)
            {
                continue;
            }

            if (before is not null)
            {
                index.Remove(row);
            }

            if (value is not null)
            {
                index.Add(row, value);
            }
        }
    }
}
