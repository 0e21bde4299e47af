using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>
/// The emulators in a process of their own, as vendors are elsewhere: neither their memory nor their garbage is this process'. It stays warm from one pair of emulators to the next.
/// </summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    /// <summary>The command of this program that is such a process.</summary>
    public const string Command = "emulators";

    private const string Open = "open";
    private const string State = "state";
    private const string Close = "close";

    private readonly Process _process = Launch(Command);

    /// <summary>Starts and fills emulators; those from before are closed.</summary>
    /// <param name="rows">How many registrants the webinar has.</param>
    /// <param name="away">How much longer each answer takes than the work for it; zero for loopback alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<VendorAddresses> OpenAsync(int rows, TimeSpan away = default, CancellationToken cancellationToken = default) =>
        JsonSerializer.Deserialize(
            await AskAsync(string.Create(CultureInfo.InvariantCulture, $"{Open} {rows} {away.TotalMilliseconds}"), cancellationToken), ProcessJsonContext.Default.VendorAddresses)!;

    /// <summary>A digest of all contacts, whatever their order and ids.</summary>
    public Task<string> StateAsync(CancellationToken cancellationToken = default) => AskAsync(State, cancellationToken);

    /// <summary>Closes the emulators, so that their memory is free.</summary>
    public Task CloseAsync(CancellationToken cancellationToken = default) => AskAsync(Close, cancellationToken);

    /// <summary>What such a process does: it answers each line with a line, and ends when nobody asks any more.</summary>
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        EmulatedVendors? vendors = null;
        while (await input.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case [State]:
                    await output.WriteLineAsync(vendors!.StateOfContacts());
                    break;
                case [Open, var rows, var away]:
                    vendors = await EmulatedVendors.StartAsync(int.Parse(rows, CultureInfo.InvariantCulture), TimeSpan.FromMilliseconds(double.Parse(away, CultureInfo.InvariantCulture)));
                    Settle();
                    await output.WriteLineAsync(JsonSerializer.Serialize(vendors.Addresses, ProcessJsonContext.Default.VendorAddresses));
                    break;
                case [Close]:
                    await vendors!.DisposeAsync();
                    vendors = null;
                    Settle();
                    await output.WriteLineAsync();
                    break;
                default:
                    throw new InvalidOperationException($"Nobody knows the command {line}.");
            }

            await output.FlushAsync();
        }

        await (vendors?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Collects all garbage: that of one program, and of seeding, is not collected at the cost of the next.</summary>
    public static void Settle() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

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

    private async Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The process of the emulators has ended.");
    }
}
