namespace Support.Sdk.StateMachines;

/// <summary>The effects of a machine that has none. Cannot be instantiated.</summary>
public sealed class NoEffect
{
    private NoEffect()
    {
    }
}
