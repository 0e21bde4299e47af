using Support.Sdk.Texts;

namespace Support.Sdk.StateMachines;

/// <summary>Why a command was refused: a value, not an exception.</summary>
/// <remarks>Immutable and thread-safe. Equal when code and values are.</remarks>
public sealed class Refusal : IEquatable<Refusal>
{
    private readonly TextValue[] _values;

    internal Refusal(RefusalCode definition, TextValue[] values)
    {
        Definition = definition;
        _values = values;
    }

    /// <summary>The code with what is known of it beforehand: requirement, remedies, names of the parameters.</summary>
    public RefusalCode Definition { get; }

    /// <summary>The stable code, such as <c>meetings.already-scheduled</c>.</summary>
    public string Code => Definition.Code;

    /// <summary>The values, in the order of <see cref="RefusalCode.Parameters"/>.</summary>
    public IReadOnlyList<TextValue> Values => _values;

    /// <summary>The instant (UTC) from which time alone no longer stands in the way; <see langword="null"/> when waiting does not help.</summary>
    public DateTimeOffset? NotBefore
    {
        get
        {
            foreach (var remedy in Definition.Remedies)
            {
                if (remedy.Kind == RemedyKind.Wait && this[remedy.Subject] is { Kind: TextValueKind.Instant } value)
                {
                    return value.AsInstant();
                }
            }

            return null;
        }
    }

    /// <summary>The value of the named parameter, or <see langword="null"/> when the code has no such parameter.</summary>
    public TextValue? this[string parameter]
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (string.Equals(Definition.Parameters[i], parameter, StringComparison.Ordinal))
                {
                    return _values[i];
                }
            }

            return null;
        }
    }

    /// <inheritdoc />
    public bool Equals(Refusal? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Refusal);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Code, StringComparer.Ordinal);
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The code and its values, for logs; texts for people come from <see cref="TextCatalog"/>.</summary>
    public override string ToString() => _values.Length == 0
        ? Code
        : $"{Code}({string.Join(", ", Definition.Parameters.Zip(_values, (name, value) => $"{name}: {value}"))})";
}
