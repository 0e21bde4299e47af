using Support.Sdk.Stores;

namespace Support.Sdk.Running;

/// <summary>Runs the work that one machine has left in the store: its effects and its deadlines.</summary>
/// <remarks>Thread-safe.</remarks>
internal interface IMachineRunner
{
    /// <summary>The machine's name.</summary>
    string Machine { get; }

    /// <summary>Runs one attempt of an effect that this host has leased; never throws for what the effect does.</summary>
    Task RunEffectAsync(StoredEffect effect, CancellationToken cancellationToken);

    /// <summary>Makes happen what time has brought about.</summary>
    Task AdvanceAsync(DueDeadline deadline, CancellationToken cancellationToken);
}
