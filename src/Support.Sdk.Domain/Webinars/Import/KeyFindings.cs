using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

// What was found for one key. However many records share it, two of them and a few ids are kept; all ids only where new records are made beside them.
internal sealed class KeyFindings(InsertMode mode)
{
    private ExistingRecord? _first;
    private ExistingRecord? _firstImported;

    public long Count { get; private set; }

    public long ImportedCount { get; private set; }

    public ImmutableArray<string> Examples { get; private set; } = [];

    public ImmutableArray<string> ImportedExamples { get; private set; } = [];

    public ImmutableArray<string> Ids { get; private set; } = [];

    public KeyMatch Match => (Count, ImportedCount) switch
    {
        (0, _) => KeyMatch.None,
        (1, 0) => KeyMatch.One,
        (1, _) => KeyMatch.OneForWebinar,
        (_, 0) => KeyMatch.Several,
        (_, 1) => KeyMatch.SeveralWithOneForWebinar,
        _ => KeyMatch.SeveralForWebinar,
    };

    // The record that an update would change, if one is due.
    public ExistingRecord? Candidate => mode == InsertMode.Upsert ? _first : _firstImported;

    public static string? ValueOf(ExistingRecord? record, int column) => record?.Values[column] is { Length: > 0 } value ? value : null;

    public void Add(ExistingRecord record)
    {
        Count++;
        _first ??= record;
        Examples = WithExample(Examples, record.Id);
        Ids = mode == InsertMode.InsertNewForEachWebinar ? Ids.Add(record.Id) : Ids;
        if (record.IsImportedForWebinar)
        {
            ImportedCount++;
            _firstImported ??= record;
            ImportedExamples = WithExample(ImportedExamples, record.Id);
        }
    }

    // The smallest ids, in their order: independent of the order in which the records come.
    private static ImmutableArray<string> WithExample(ImmutableArray<string> examples, string id)
    {
        var index = examples.BinarySearch(id, StringComparer.Ordinal);
        var wider = examples.Insert(index < 0 ? ~index : index, id);
        return wider.Length > RowPlan.MaximumExamples ? wider.RemoveAt(wider.Length - 1) : wider;
    }
}
