namespace Support.Sdk.Emulators.Salesforce;

/// <summary>The state of the org: its objects, their records, and what a running transaction must undo. Used under the emulator's gate.</summary>
internal sealed class Org
{
    private readonly Dictionary<string, RecordTable> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RecordTable> _byPrefix = new(StringComparer.Ordinal);
    private readonly List<Action> _undo = [];
    private readonly Stack<int> _marks = new();

    public Org(SalesforceEmulatorOptions options)
    {
        Options = options;
        foreach (var describe in StandardObjects.All())
        {
            Add(new ObjectSchema(describe, Now));
        }

        Members = Table("CampaignMember");
        MemberStatuses = Table("CampaignMemberStatus");
        Users = Table("User");
    }

    public SalesforceEmulatorOptions Options { get; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    public IEnumerable<RecordTable> Tables => _tables.Values.OrderBy(table => table.Schema.Name, StringComparer.Ordinal);

    public RecordTable Members { get; }

    public RecordTable MemberStatuses { get; }

    public RecordTable Users { get; }

    public List<SalesforceDuplicateRule> DuplicateRules { get; } = [];

    public void Add(ObjectSchema schema)
    {
        var table = new RecordTable(schema);
        _tables.Add(schema.Name, table);
        _byPrefix.Add(schema.KeyPrefix, table);
    }

    public RecordTable Table(string name) => _tables[name];

    public RecordTable? FindTable(string name) => _tables.GetValueOrDefault(name);

    /// <summary>The table whose ids begin as this one does.</summary>
    public RecordTable? TableOf(string id) => _byPrefix.GetValueOrDefault(id[..3]);

    /// <summary>Whether the id is that of a record which is not deleted.</summary>
    public bool IsLive(string id) => TableOf(id) is { } table && table.Row(id) is >= 0 and var row && table.IsLive(row);

    /// <summary>Does work that can be taken back with <see cref="Rollback"/> until <see cref="Commit"/>. One may begin within another.</summary>
    public void Begin() => _marks.Push(_undo.Count);

    public void Commit()
    {
        _marks.Pop();
        if (_marks.Count == 0)
        {
            _undo.Clear();
        }
    }

    public void Rollback()
    {
        var mark = _marks.Pop();
        for (var i = _undo.Count - 1; i >= mark; i--)
        {
            _undo[i]();
        }

        _undo.RemoveRange(mark, _undo.Count - mark);
    }

    /// <summary>How to take back what was done last, should the transaction fail.</summary>
    public void OnRollback(Action undo)
    {
        if (_marks.Count > 0)
        {
            _undo.Add(undo);
        }
    }
}
