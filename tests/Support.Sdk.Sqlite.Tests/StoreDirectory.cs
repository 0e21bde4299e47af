namespace Support.Sdk.Sqlite.Tests;

/// <summary>A directory of its own for one test; deleted at the end, which fails when a store left its file open on systems that lock open files.</summary>
public sealed class StoreDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("support-sqlite-");

    public string File => Path.Combine(_directory.FullName, "store.db");

    public string Root => _directory.FullName;

    // A test is about promises, not about the disk: without flushes the kit runs many times faster. Durability has its own tests.
    public SqliteStoreOptions Options => new() { Path = File, Durability = SqliteDurability.Normal, WatchPollInterval = TimeSpan.FromMilliseconds(5) };

    public void Dispose() => _directory.Delete(recursive: true);
}
