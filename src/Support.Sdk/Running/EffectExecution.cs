namespace Support.Sdk.Running;

/// <summary>Who runs the effects of a command.</summary>
public enum EffectExecution
{
    /// <summary>The caller waits for their first attempt, and sees what became of them.</summary>
    Inline,

    /// <summary>A worker of any host runs them; the caller only waits for the commit.</summary>
    Background,
}
