namespace Support.Sdk.Stores;

/// <summary>Names one instance of a machine: the machine's name, a slash, and what it is about, such as <c>meetings/zendesk:acme:35436</c>.</summary>
/// <remarks>Compared ordinally. <see langword="default"/> is no stream; stores refuse it.</remarks>
public readonly record struct StreamId
{
    /// <summary>The greatest length of a stream id, in characters.</summary>
    public const int MaxLength = 400;

    private readonly string? _value;

    private StreamId(string value) => _value = value;

    /// <summary>The id as text; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The name of the machine.</summary>
    public string Machine => Value.Length == 0 ? "" : Value[..Value.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What the instance is about.</summary>
    public string Key => Value.Length == 0 ? "" : Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Makes an id.</summary>
    /// <param name="machine">The name of the machine; without a slash.</param>
    /// <param name="key">What the instance is about; without control characters.</param>
    /// <exception cref="ArgumentException">A part is empty, has a character that is not allowed, or the whole is longer than <see cref="MaxLength"/>.</exception>
    public static StreamId Create(string machine, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(machine);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (machine.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of a machine must not contain a slash.", nameof(machine));
        }

        if (key.Any(char.IsControl) || machine.Length + key.Length + 1 > MaxLength)
        {
            throw new ArgumentException($"A stream's key must have no control characters, and the id at most {MaxLength} characters.", nameof(key));
        }

        return new($"{machine}/{key}");
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">The text is no stream id.</exception>
    public static StreamId Parse(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? Create(value[..slash], value[(slash + 1)..]) : throw new ArgumentException($"'{value}' is no stream id; expected 'machine/key'.", nameof(value));
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
