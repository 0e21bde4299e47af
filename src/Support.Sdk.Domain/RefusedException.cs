using Support.Sdk.StateMachines;

namespace Support.Sdk;

/// <summary>A command was refused, and its caller asked for an exception.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RefusedException(Refusal refusal)
        : base(refusal is null ? null : $"The command was refused: {refusal}.")
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>The reason, with its stable code.</summary>
    public Refusal Refusal { get; }
}
