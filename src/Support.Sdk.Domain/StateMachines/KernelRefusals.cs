namespace Support.Sdk.StateMachines;

/// <summary>The refusals that come from running a machine, whichever it is. Codes are public API.</summary>
public static class KernelRefusals
{
    /// <summary>Others changed the same stream at once, so often that the command did not get through; giving it again is safe.</summary>
    /// <remarks>Parameter: <c>attempts</c>, how often it was decided anew.</remarks>
    public static RefusalCode Conflict { get; } = new("support.conflict", "KERNEL", ["attempts"]);

    /// <summary>Another stream holds what must be unique, such as a PIN; give the command again with another one.</summary>
    /// <remarks>Parameter: <c>claim</c>, what is taken.</remarks>
    public static RefusalCode ClaimTaken { get; } = new("support.claim-taken", "KERNEL", ["claim"]);

    /// <summary>The caller decided on the sight of another version than the present one; look again, and give the command again if it is still wanted.</summary>
    /// <remarks>Parameters: <c>expected</c> and <c>actual</c>, versions of the stream; 0 is a stream that does not exist.</remarks>
    public static RefusalCode VersionChanged { get; } = new("support.version-changed", "KERNEL", ["expected", "actual"]);

    /// <summary>The same actor gave another command to this stream under the same key before; a command of its own needs a key of its own.</summary>
    /// <remarks>Says nothing of that command.</remarks>
    public static RefusalCode KeyReused { get; } = new("support.key-reused", "KERNEL");

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = [Conflict, ClaimTaken, VersionChanged, KeyReused];
}
