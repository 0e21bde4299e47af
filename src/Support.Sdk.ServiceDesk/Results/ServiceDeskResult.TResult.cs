using System.Diagnostics.CodeAnalysis;

namespace Support.Sdk.ServiceDesk;

/// <summary>What the Service Desk answered: a value, or the refusal of the rule that stood in the way.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// Immutable. The counterpart of <see cref="Outcome{T}"/> on this side of the wire: the refusal comes as the server worded it, so a code that this version of the package does not
/// know is as good as any other. A refusal is an expected answer, not an error; <see cref="ValueOrThrow"/> turns it into an exception for those who prefer that.
/// </remarks>
public readonly struct ServiceDeskResult<T>
{
    private readonly T? _value;

    /// <summary>A result with a value.</summary>
    public ServiceDeskResult(T value) => _value = value;

    /// <summary>A refused result.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is <see langword="null"/>.</exception>
    public ServiceDeskResult(ServiceDeskRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>Why it was refused, with its stable code, its text in the caller's language and what would help; <see langword="null"/> when it was accepted.</summary>
    public ServiceDeskRefusal? Refusal { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    /// <summary>The value, or the default of its type when refused.</summary>
    public T? Value => _value;

    /// <summary>A result with a value.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "ServiceDeskResult.Of is the named alternative.")]
    public static implicit operator ServiceDeskResult<T>(T value) => new(value);

    /// <summary>A refused result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "ServiceDeskResult.Refused is the named alternative.")]
    public static implicit operator ServiceDeskResult<T>(ServiceDeskRefusal refusal) => new(refusal);

    /// <summary>The value.</summary>
    /// <exception cref="ServiceDeskRefusedException">It was refused.</exception>
    public T ValueOrThrow() => Refusal is null ? _value! : throw new ServiceDeskRefusedException(Refusal);

    /// <summary>The result with its value turned into another; a refusal stays as it is.</summary>
    public ServiceDeskResult<TOther> Select<TOther>(Func<T, TOther> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Refusal is null ? new(map(_value!)) : new(Refusal);
    }

    /// <summary>The value or the code of the refusal, for logs.</summary>
    public override string ToString() => Refusal is null ? $"{_value}" : $"refused: {Refusal.Code}";
}
