namespace Support.Sdk.Effects;

/// <summary>The kinds of <see cref="EffectResult{TCommand}"/>.</summary>
public enum EffectResultKind
{
    /// <summary>Nothing remains to be done.</summary>
    Done,

    /// <summary>To be tried again.</summary>
    Retry,

    /// <summary>Failed for good.</summary>
    Failed,
}
