using System.Diagnostics.CodeAnalysis;
using Support.Sdk.StateMachines;

namespace Support.Sdk;

/// <summary>What a workflow answers: a value, or the refusal of the rule that stood in the way.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Immutable. A refusal is an expected answer, not an error; <see cref="ValueOrThrow"/> turns it into an exception for those who prefer that.</remarks>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    /// <summary>An outcome with a value.</summary>
    public Outcome(T value) => _value = value;

    /// <summary>A refused outcome.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is <see langword="null"/>.</exception>
    public Outcome(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>Why it was refused; <see langword="null"/> when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Refusal is null;

    /// <summary>The value, or the default of its type when refused.</summary>
    public T? Value => _value;

    /// <summary>An outcome with a value.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of is the named alternative.")]
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>A refused outcome.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Refused is the named alternative.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(refusal);

    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">The command was refused.</exception>
    public T ValueOrThrow() => Refusal is null ? _value! : throw new RefusedException(Refusal);

    /// <summary>The outcome with its value turned into another; a refusal stays as it is.</summary>
    public Outcome<TOther> Select<TOther>(Func<T, TOther> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Refusal is null ? new(map(_value!)) : new(Refusal);
    }

    /// <summary>The value or the refusal as text, for logs.</summary>
    public override string ToString() => Refusal is null ? $"{_value}" : $"refused: {Refusal}";
}
