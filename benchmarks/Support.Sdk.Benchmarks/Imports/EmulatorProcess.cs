using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>The emulators in a process of their own, so that neither their memory nor their garbage is this process'.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    /// <summary>The command of this program that is such a process.</summary>
    public const string Command = "emulators";

    private readonly Process _process;

    private EmulatorProcess(Process process, VendorAddresses addresses) => (_process, Addresses) = (process, addresses);

    public VendorAddresses Addresses { get; }

    public static async Task<EmulatorProcess> StartAsync(int rows, CancellationToken cancellationToken = default)
    {
        var process = Launch(Command, rows.ToString(CultureInfo.InvariantCulture));
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The process of the emulators ended before it told its addresses.");
        return new(process, JsonSerializer.Deserialize(line, ProcessJsonContext.Default.VendorAddresses)!);
    }

    /// <summary>What such a process does: it tells its addresses, and ends when nobody listens any more.</summary>
    public static async Task RunAsync(int rows)
    {
        await using var vendors = await EmulatedVendors.StartAsync(rows);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(vendors.Addresses, ProcessJsonContext.Default.VendorAddresses));
        await Console.Out.FlushAsync();
        _ = await Console.In.ReadLineAsync();
    }

    /// <summary>Starts this program once more, with its input and output in our hands.</summary>
    public static Process Launch(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(EmulatorProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
