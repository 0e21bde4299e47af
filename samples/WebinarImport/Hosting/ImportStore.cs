using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Hosting;

/// <summary>The imports of a store, for commands that look back: it needs no vendor.</summary>
internal sealed class ImportStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ImportStore(string path) => _services = new ServiceCollection().AddLogging().AddSqliteStore(path).AddSupportSdk().BuildServiceProvider();

    public WebinarImportWorkflow Imports => _services.GetRequiredService<WebinarImportWorkflow>();

    /// <exception cref="BadInputException">There is no such file.</exception>
    public static ImportStore Open(string path) => File.Exists(path) ? new ImportStore(path) : throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(path));

    /// <summary>The import of <c>--import</c>, or the newest one.</summary>
    /// <exception cref="BadInputException">The store has none.</exception>
    public static async Task<string> FindAsync(CommandLine line, WebinarImportWorkflow imports, string path, CancellationToken cancellationToken)
    {
        if (line.Text(Option.Import) is { } id)
        {
            return id;
        }

        var newest = await imports.ListAsync(CommandOrigin.System, cancellationToken: cancellationToken).MaxByAsync(static import => import.StartedAt, cancellationToken: cancellationToken);
        return newest?.Id ?? throw new BadInputException(Option.Store.Name, InputRefusals.NoImport.Refuse(path));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
