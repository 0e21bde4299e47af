using Support.Sdk.StateMachines;

namespace Support.Sdk;

/// <summary>Makes outcomes.</summary>
public static class Outcome
{
    /// <summary>An outcome with a value.</summary>
    public static Outcome<T> Of<T>(T value) => new(value);

    /// <summary>A refused outcome.</summary>
    public static Outcome<T> Refused<T>(Refusal refusal) => new(refusal);
}
