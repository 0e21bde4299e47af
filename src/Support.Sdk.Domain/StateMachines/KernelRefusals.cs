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

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = [Conflict, ClaimTaken];
}
