using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(Support.Sdk.PostgreSql.Tests.PostgreSqlServer))]

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>
/// A throw-away PostgreSQL for all tests of the assembly; a schema for each test. Where none is installed tests are skipped, unless SUPPORT_SDK_REQUIRE names
/// "postgresql". The script also watches this process: killed tests leave no server behind either.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const int NotInstalled = 3;

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"support-pg-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
    private string? _connectionString;
    private string? _missing;
    private int _schemas;

    public async ValueTask InitializeAsync()
    {
        var (code, output, error) = await ScriptAsync("start", _directory, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        if (code == NotInstalled && !Required)
        {
            _missing = error;
            return;
        }

        if (code != 0)
        {
            throw new InvalidOperationException($"The test server did not start (exit code {code}): {error}");
        }

        var settings = new NpgsqlConnectionStringBuilder(output);
        await using (var source = NpgsqlDataSource.Create(settings))
        {
            // Sorted by an English collation by default, so that a column that forgot its own would be found out.
            await using var command = source.CreateCommand(
                "CREATE DATABASE support TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'");
            await command.ExecuteNonQueryAsync();
        }

        settings.Database = "support";
        _connectionString = settings.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await ScriptAsync("stop", _directory);

    /// <summary>A schema of its own; skips the test when there is no server.</summary>
    public TestSchema NewSchema()
    {
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        return new(_connectionString!, string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _schemas)}"));
    }

    private static bool Required =>
        (Environment.GetEnvironmentVariable("SUPPORT_SDK_REQUIRE") ?? "").Split([',', ';', ' ']).Contains("postgresql", StringComparer.OrdinalIgnoreCase);

    private static async Task<(int Code, string Output, string Error)> ScriptAsync(params string[] arguments)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "eng", "postgresql.sh")))
        {
            root = root.Parent;
        }

        var script = Path.Combine(root?.FullName ?? throw new InvalidOperationException("eng/postgresql.sh is not above the test's directory."), "eng", "postgresql.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
