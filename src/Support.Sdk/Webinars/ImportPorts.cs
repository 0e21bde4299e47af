using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Webinars;

/// <summary>The ports of one import, by the names of its systems.</summary>
internal sealed class ImportPorts(IServiceProvider services, string source, string target)
{
    public IWebinarSource Source => Require<IWebinarSource>(source, "AddWebex(…)");

    public IImportObjects Objects => Require<IImportObjects>(target, "AddSalesforce(…)");

    public ICampaigns Campaigns => Require<ICampaigns>(target, "AddSalesforce(…)");

    public IRecordLookup Lookup => Require<IRecordLookup>(target, "AddSalesforce(…)");

    public IRecordWriter Writer => Require<IRecordWriter>(target, "AddSalesforce(…)");

    /// <summary>The ledger. Hosts that import nothing need none.</summary>
    public static IImportLedger LedgerOf(IServiceProvider services) =>
        services.GetService<IImportLedger>()
        ?? throw new InvalidOperationException("No ledger of imports is registered. Call AddSqliteStore(…) or AddPostgreSqlStore(…), or AddInMemoryStore() where nothing has to survive the process.");

    private T Require<T>(string system, string registration)
        where T : class =>
        services.GetKeyedService<T>(system)
        ?? throw new InvalidOperationException($"No {typeof(T).Name} is registered for '{system}'. Call {registration}, or register one as keyed service under this name.");
}
