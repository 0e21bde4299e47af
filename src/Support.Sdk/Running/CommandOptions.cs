using Support.Sdk.StateMachines;

namespace Support.Sdk.Running;

/// <summary>How a command is to be carried out. <see langword="default"/>: at whatever version, without a key, its effects awaited.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public readonly record struct CommandOptions
{
    /// <summary>Whether the caller waits for the effects. Those of what time brought about are always left to the workers.</summary>
    /// <value><see cref="EffectExecution.Inline"/> by default.</value>
    public EffectExecution Effects { get; init; }

    /// <summary>The version at which the stream must stand, as <see cref="MachineView{TState}.Version"/> gave it; 0 when it must not exist yet.</summary>
    /// <value>
    /// <see langword="null"/> by default: any version will do. At another version the command is refused with <see cref="KernelRefusals.VersionChanged"/>. What time has brought
    /// about by now counts as having happened, on both sides: a view has it already, and the command is decided after it.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? ExpectedVersion
    {
        get;
        init
        {
            if (value is { } version)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(version, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Makes the command take place once for each key, actor and stream, however often and on however many hosts it is given.</summary>
    /// <value><see langword="null"/> by default: each call is a command of its own.</value>
    public CommandKey? Key { get; init; }
}
