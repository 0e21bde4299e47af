namespace Support.Sdk.Running;

/// <summary>A state and the version of the stream at which it holds.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">The state; <see langword="null"/> when nothing has happened yet.</param>
/// <param name="Version">The version of the stream, counting what time has brought about though it may not be committed yet; 0 when the stream does not exist.</param>
public readonly record struct MachineView<TState>(TState? State, long Version)
    where TState : class;
