using System.Runtime.CompilerServices;
using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import;

// Records by key, as a CRM system has them; remembers what it was asked.
internal sealed class FakeRecords(params ExistingRecord[] records) : IRecordLookup
{
    public static MappingPlan Contact { get; } = MappingPlan.Compile(Mappings.OfContact, Targets.Contact);

    public List<RecordQuery> Queries { get; } = [];

    public Exception? Failure { get; set; }

    public static ExistingRecord Person(string id, string email, string? first = null, string? last = null, bool imported = false, string version = "1") =>
        new(id, email, [email, first, last]) { IsImportedForWebinar = imported, Version = version };

    public static ImportRow Row(long number, string? email, string? first = "F", string? last = "L", string? id = null, MappingPlan? plan = null) =>
        RowOf(number, $$"""{"id":"{{id ?? $"w{number}"}}","email":"{{email}}","firstName":"{{first}}","lastName":"{{last}}"}""", plan);

    public static ImportRow RowOf(long number, string json, MappingPlan? plan = null) => ImportRow.Of((plan ?? Contact).Read(Encoding.UTF8.GetBytes(json)), number);

    public static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    public static async Task<List<RowPlan>> PlanAsync(ImportPlanner planner, IEnumerable<ImportRow> rows, int batchSize = ImportPlanner.DefaultBatchSize)
    {
        List<RowPlan> plans = [];
        await foreach (var plan in planner.PlanAsync(Stream(rows), batchSize, TestContext.Current.CancellationToken))
        {
            plans.Add(plan);
        }

        return plans;
    }

    public async IAsyncEnumerable<ExistingRecord> FindAsync(RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Queries.Add(query);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var record in records.Where(record => query.Keys.Contains(record.Key.Trim().ToLowerInvariant())))
        {
            yield return record;
        }

        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
