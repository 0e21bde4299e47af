using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Hosting;

/// <summary>The imports of a store, for commands that look back: it needs no vendor.</summary>
internal sealed class ImportStore : IAsyncDisposable
{
    private const int NamedImports = 5;

    private readonly ServiceProvider _services;

    private ImportStore(string path) => _services = new ServiceCollection().AddLogging().AddSqliteStore(path).AddSupportSdk().BuildServiceProvider();

    public WebinarImportWorkflow Imports => _services.GetRequiredService<WebinarImportWorkflow>();

    /// <exception cref="BadInputException">There is no such file.</exception>
    public static ImportStore Open(string path) => File.Exists(path) ? new ImportStore(path) : throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(path));

    /// <summary>The import of <c>--import</c>, or the newest one.</summary>
    /// <exception cref="BadInputException">The store has none, or not the one that is named.</exception>
    public static async Task<WebinarImport> FindAsync(CommandLine line, WebinarImportWorkflow imports, string path, CancellationToken cancellationToken)
    {
        if (line.Text(Option.Import) is not { } id)
        {
            return await ListAsync(imports, cancellationToken) is [var newest, ..] ? newest : throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(path));
        }

        return (await imports.GetAsync(id, CommandOrigin.System, cancellationToken)).Value ?? throw new BadInputException(
            Option.Import.Name, InputRefusals.ImportUnknown.Refuse(id, path, string.Join(", ", (await ListAsync(imports, cancellationToken)).Take(NamedImports).Select(static import => import.Id))));
    }

    /// <summary>All imports of a store, the newest first.</summary>
    public static async Task<List<WebinarImport>> ListAsync(WebinarImportWorkflow imports, CancellationToken cancellationToken) =>
        await imports.ListAsync(CommandOrigin.System, cancellationToken: cancellationToken).OrderByDescending(static import => import.StartedAt).ToListAsync(cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
