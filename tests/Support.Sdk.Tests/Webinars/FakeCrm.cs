using System.Runtime.CompilerServices;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

/// <summary>A system with two objects and some records, and which of them were imported.</summary>
internal sealed class FakeCrm : IImportObjects
{
    private readonly List<(string Account, string Object, string Id)> _imported = [];
    private readonly Dictionary<string, Dictionary<string, string?>> _records = [];

    public FakeCrm() => Ledger = new ImportedRecords(_imported);

    public IImportLedger Ledger { get; }

    public List<string> Asked { get; } = [];

    public List<int> ReadAtOnce { get; } = [];

    public Dictionary<string, TargetObject> Objects { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Contact"] = new TargetObject("Contact",
        [
            new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true },
            new("LastName", TargetFieldType.String) { Length = 80, IsNillable = false, IsUnique = true },
            new("Number__c", TargetFieldType.String) { Length = 40, IsExternalId = true, IsUnique = true },
        ]),
        ["Lead"] = new TargetObject("Lead", [new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true }]),
    };

    public void Import(string account, string objectName, string id, params (string Field, string? Value)[] values)
    {
        _imported.Add((account, objectName, id));
        _records[id] = values.ToDictionary(static value => value.Field, static value => value.Value);
    }

    /// <summary>Somebody deletes a record that was imported.</summary>
    public void Delete(string id) => _records.Remove(id);

    public ValueTask<TargetObject?> DescribeAsync(string account, string objectName, CancellationToken cancellationToken = default)
    {
        Asked.Add($"{account}/{objectName}");
        return new(Objects.GetValueOrDefault(objectName));
    }

    public async IAsyncEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> ReadAsync(
        string account,
        string objectName,
        IReadOnlyList<string> fields,
        IReadOnlyCollection<string> recordIds,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        fields.ShouldAllBe(field => Objects[objectName].Fields.Any(known => known.Name == field));
        ReadAtOnce.Add(recordIds.Count);
        foreach (var id in recordIds.Where(_records.ContainsKey))
        {
            yield return new(id, [.. fields.Select(field => _records[id].GetValueOrDefault(field))]);
        }
    }

    /// <summary>Only what was imported is asked for here.</summary>
    private sealed class ImportedRecords(List<(string Account, string Object, string Id)> imported) : IImportLedger
    {
        public async IAsyncEnumerable<string> ReadRecordsAsync(
            string account, string objectName, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (_, _, id) in imported.Where(one => one.Account == account && one.Object == objectName))
            {
                yield return id;
            }
        }

        public ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
