using System.Diagnostics;
using System.Globalization;

namespace Support.Sdk.Benchmarks.PostgreSql;

/// <summary>A PostgreSQL of this process alone, from eng/postgresql.sh: it flushes nothing to the disk, so what is measured is work, not the disk. It goes away with the process.</summary>
internal sealed class ThrowAwayServer : IAsyncDisposable
{
    private readonly string _directory;

    private ThrowAwayServer(string directory, string connectionString)
    {
        _directory = directory;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static bool IsInstalled => Directory.Exists("/usr/lib/postgresql")
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Whether to fail, not to leave out, where none is installed: SUPPORT_SDK_REQUIRE names "postgresql".</summary>
    public static bool IsRequired =>
        (Environment.GetEnvironmentVariable("SUPPORT_SDK_REQUIRE") ?? "").Split([',', ';', ' ']).Contains("postgresql", StringComparer.OrdinalIgnoreCase);

    public static async Task<ThrowAwayServer> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("support-bench-pg-").FullName;
        var connectionString = await ScriptAsync("start", directory, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new(directory, connectionString);
    }

    public async ValueTask DisposeAsync() => await ScriptAsync("stop", _directory);

    private static async Task<string> ScriptAsync(params string[] arguments)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "eng", "postgresql.sh")))
        {
            root = root.Parent;
        }

        var script = Path.Combine(root?.FullName ?? throw new InvalidOperationException("eng/postgresql.sh is not above the program's directory."), "eng", "postgresql.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).Trim() : throw new InvalidOperationException($"eng/postgresql.sh {arguments[0]} ended with {process.ExitCode}: {await error}");
    }
}
