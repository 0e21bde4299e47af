namespace Support.Sdk.Webex;

/// <summary>A field of a change that can be left alone, set, or cleared.</summary>
/// <typeparam name="T">The field's type.</typeparam>
/// <remarks>
/// Immutable and thread-safe. <see langword="default"/> leaves the field alone; assigning <see langword="null"/> clears it:
/// <c>new PatchMeetingRequest { Agenda = null }</c>.
/// </remarks>
public readonly record struct Clearable<T>
    where T : class
{
    private Clearable(T? value)
    {
        IsGiven = true;
        Value = value;
    }

    /// <summary>Whether the field is to be changed at all.</summary>
    public bool IsGiven { get; }

    /// <summary>The new value; <see langword="null"/> to clear the field (or to leave it alone, when it is not given).</summary>
    public T? Value { get; }

    /// <summary>Clears the field.</summary>
    public static Clearable<T> Cleared => new(null);

    /// <summary>Sets the field, or clears it when <paramref name="value"/> is <see langword="null"/>.</summary>
    public static Clearable<T> Of(T? value) => new(value);

    /// <inheritdoc cref="Of" />
    public static implicit operator Clearable<T>(T? value) => new(value);

    /// <summary>Whether the field is left alone, set or cleared; not its value.</summary>
    public override string ToString() => !IsGiven ? "unchanged" : Value is null ? "cleared" : "set";
}
