using Support.Sdk.Emulators.Faults;
using Support.Sdk.Emulators.Hosting;
using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators;

/// <summary>A vendor's service in miniature: stateful, on a real HTTP port of this machine, driven by one clock.</summary>
/// <remarks>
/// Thread-safe. Requests are handled one at a time: each sees the state the previous one left, as one transaction.
/// Derived classes are the vendors; they are started with their <c>StartAsync</c> and stopped by disposal.
/// </remarks>
public abstract class VendorEmulator : IAsyncDisposable
{
    private readonly EmulatorServer _server;

    private protected VendorEmulator(VendorEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port, nameof(options) + "." + nameof(options.Port));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, 65535, nameof(options) + "." + nameof(options.Port));
        TimeProvider = options.TimeProvider;
        Ids = new IdGenerator(options.Seed);
        Quota = options.RequestsPerMinute is { } limit ? new RequestQuota(limit, TimeSpan.FromMinutes(1)) : null;
        Webhooks = new WebhookOutbox(options.Webhooks, TimeProvider, Ids);
        _server = new EmulatorServer(this, options.Port);
    }

    /// <summary>Where the emulator listens, with a trailing slash: <c>http://127.0.0.1:49152/</c>.</summary>
    /// <exception cref="InvalidOperationException">The emulator was not started.</exception>
    public Uri BaseAddress => _server.Address ?? throw new InvalidOperationException("The emulator has no address before it was started: call StartAsync.");

    /// <summary>Every request that arrived, with what was answered. Secrets are masked.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>The faults that requests will meet; empty unless the test scripts some.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The webhooks that are due, were sent or failed.</summary>
    public WebhookOutbox Webhooks { get; }

    /// <summary>The clock given in the options.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Held while a request is handled; test verbs that touch the state take it too. Never held while anything is awaited.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The routes of the vendor, mapped in its constructor.</summary>
    internal Router Routes { get; } = new();

    internal IdGenerator Ids { get; }

    /// <summary>The rate limit of the options, or <see langword="null"/> when there is none. To be asked by the vendor, under <see cref="Gate"/>.</summary>
    internal RequestQuota? Quota { get; }

    internal DateTimeOffset Now => TimeProvider.GetUtcNow();

    /// <summary>Loads faults of requests and webhooks from a JSON script; see <see cref="FaultScript"/> for its form.</summary>
    /// <exception cref="FormatException">The script is not valid; nothing was loaded.</exception>
    public void LoadFaults(string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        FaultScript.Load(json, Faults, Webhooks.Faults);
    }

    /// <summary>Stops listening and sending. Requests under way are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        await Webhooks.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the port and, if asked for, the background delivery of webhooks.</summary>
    internal async Task StartServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false); // The port is taken, say: nobody else holds the emulator yet.
            throw;
        }

        Webhooks.Start();
    }

    /// <summary>Answers a request under <see cref="Gate"/>: by default its route, or the vendor's 404 or 405.</summary>
    internal virtual EmulatorResponse Handle(EmulatorRequest request)
    {
        var match = Routes.Find(request.Method, request.Path);
        if (match.Handler is null)
        {
            return Failure(request, match.PathExists ? 405 : 404);
        }

        request.RouteValues = match.Values;
        return match.Handler(request);
    }

    /// <summary>The body the vendor gives with a status that no handler has worded: unknown routes and faults without a body of their own.</summary>
    internal abstract EmulatorResponse Failure(EmulatorRequest request, int status);

    /// <summary>Adds what the vendor sends with each answer, such as a tracking id.</summary>
    internal virtual void Complete(EmulatorRequest request, EmulatorResponse response)
    {
    }
}
