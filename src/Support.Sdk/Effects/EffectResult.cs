namespace Support.Sdk.Effects;

/// <summary>What became of one attempt of an effect.</summary>
/// <typeparam name="TCommand">The commands of the machine.</typeparam>
public sealed class EffectResult<TCommand>
    where TCommand : class
{
    private EffectResult(EffectResultKind kind, TCommand? command, TimeSpan? after, string reason)
    {
        Kind = kind;
        Command = command;
        After = after;
        Reason = reason;
    }

    /// <summary>It took place, or is no longer wanted; there is nothing to report.</summary>
    public static EffectResult<TCommand> Done { get; } = new(EffectResultKind.Done, null, null, "");

    /// <summary>The kind of result.</summary>
    public EffectResultKind Kind { get; }

    /// <summary>The command that reports the outcome to the machine; <see langword="null"/> when there is nothing to report.</summary>
    public TCommand? Command { get; }

    /// <summary>How long to wait at least before the next attempt; <see langword="null"/> for the usual back-off.</summary>
    public TimeSpan? After { get; }

    /// <summary>Why the attempt failed, without secrets; empty when it did not.</summary>
    public string Reason { get; }

    /// <summary>It took place, or never will, and the machine is told: report and completion are one commit.</summary>
    public static EffectResult<TCommand> Report(TCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new(EffectResultKind.Done, command, null, "");
    }

    /// <summary>The attempt failed in a way that may pass.</summary>
    /// <param name="reason">Why, without secrets.</param>
    /// <param name="after">How long to wait at least; <see langword="null"/> for the usual back-off.</param>
    public static EffectResult<TCommand> Retry(string reason, TimeSpan? after = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(EffectResultKind.Retry, null, after, reason);
    }

    /// <summary>The effect failed for good: the machine is told, and the effect stays visible until a person retries or discards it.</summary>
    /// <param name="reason">Why, without secrets.</param>
    /// <param name="command">The command that tells the machine; <see langword="null"/> when it need not know.</param>
    public static EffectResult<TCommand> Fail(string reason, TCommand? command = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(EffectResultKind.Failed, command, null, reason);
    }
}
