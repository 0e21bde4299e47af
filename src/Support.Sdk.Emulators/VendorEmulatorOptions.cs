using Support.Sdk.Emulators.Webhooks;

namespace Support.Sdk.Emulators;

/// <summary>What every emulator can be told when it starts.</summary>
/// <remarks>Read once, at the start; changing a value afterwards has no effect. Not thread-safe.</remarks>
public abstract class VendorEmulatorOptions
{
    /// <summary>The one clock of the emulator: states, expiries, delays, retries and the <c>Date</c> header follow it.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>. Tests give a manual clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Seed of all ids, passwords and tokens the emulator makes up: the same seed and the same calls give the same ids.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The TCP port on 127.0.0.1.</summary>
    /// <value>Default 0: a free port chosen by the system. Range 0 to 65535.</value>
    public int Port { get; set; }

    /// <summary>How webhooks are delivered and repeated.</summary>
    public WebhookDeliveryOptions Webhooks { get; } = new();

    /// <summary>Requests a token may make in a minute before the vendor's 429 is answered.</summary>
    /// <value>Default <see langword="null"/>: no limit. At least 1.</value>
    public int? RequestsPerMinute { get; set; }
}
