using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.ServiceDesk;

/// <summary>What the Service Desk answered to a command that gives no value: done, or refused. Also makes results, for test doubles.</summary>
/// <remarks>Immutable.</remarks>
public readonly struct ServiceDeskResult
{
    /// <summary>A refused result.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is <see langword="null"/>.</exception>
    public ServiceDeskResult(ServiceDeskRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>Why it was refused; <see langword="null"/> when it was done.</summary>
    public ServiceDeskRefusal? Refusal { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    /// <summary>A result with a value.</summary>
    public static ServiceDeskResult<T> Of<T>(T value) => new(value);

    /// <summary>A refused result.</summary>
    public static ServiceDeskResult<T> Refused<T>(ServiceDeskRefusal refusal) => new(refusal);

    /// <summary>Does nothing when it was done.</summary>
    /// <exception cref="ServiceDeskRefusedException">It was refused.</exception>
    public void ThrowIfRefused()
    {
        if (Refusal is not null)
        {
            throw new ServiceDeskRefusedException(Refusal);
        }
    }

    /// <summary><c>done</c> or the code of the refusal, for logs.</summary>
    public override string ToString() => Refusal is null ? "done" : $"refused: {Refusal.Code}";
}
