namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>What the console is told by configuration, in the section "Console".</summary>
public sealed class ConsoleOptions
{
    public const string Section = "Console";

    /// <summary>The folder of the SQLite file and of the keys; by default "ServiceDeskConsole" in the user's folder for application data.</summary>
    public string DataFolder { get; set; } = DefaultDataFolder;

    /// <summary>A connection string of Npgsql: with it, sessions live in PostgreSQL instead of the SQLite file. It may hold a password; keep it in a secret store.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>The address under which end users reach this console, such as https://help.example.com; by default the first on which it listens.</summary>
    public Uri? PublicAddress { get; set; }

    public string SqliteFile => Path.Combine(DataFolder, "service-desk.db");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    // A service account may have no home, and so no folder for application data.
    private static string DefaultDataFolder =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? Path.Combine(folder, "ServiceDeskConsole")
            : Path.Combine(AppContext.BaseDirectory, "data");
}
