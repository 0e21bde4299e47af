namespace Support.Sdk.Testing;

/// <summary>
/// Counts the steps of a process and kills it at one of them: from then on no step succeeds any more. Played again and again, with the crash one step
/// later each time until it no longer strikes, a scenario is interrupted at every place where a process can die.
/// </summary>
/// <remarks>
/// Thread-safe. The steps are those of <see cref="CrashingMachineStore"/> and <see cref="CrashingImportLedger"/> (before and after each write) and <see cref="CrashingHandler"/>
/// (before a request is sent and after it was answered), and any other that a test marks with <see cref="Step"/>.
/// </remarks>
public sealed class CrashPlan
{
    private readonly Lock _gate = new();
    private int _steps;

    /// <summary>Plans a crash.</summary>
    /// <param name="at">The step at which the process dies, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is negative.</exception>
    public CrashPlan(int at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        At = at;
    }

    /// <summary>The step at which the process dies, from 0.</summary>
    public int At { get; }

    /// <summary>The name of the step at which the process died; <see langword="null"/> as long as it lives. <see langword="null"/> at the end of a scenario means that it has fewer steps.</summary>
    public string? Struck { get; private set; }

    /// <summary>Whether the process has died.</summary>
    public bool HasStruck => Struck is not null;

    /// <summary>Takes a step.</summary>
    /// <param name="name">What the process is about to do, or has just done.</param>
    /// <exception cref="CrashException">The process dies here, or is dead already.</exception>
    public void Step(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_gate)
        {
            if (!HasStruck && _steps++ == At)
            {
                Struck = name;
            }

            if (HasStruck)
            {
                throw new CrashException(name);
            }
        }
    }
}
