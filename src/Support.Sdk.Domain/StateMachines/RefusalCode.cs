namespace Support.Sdk.StateMachines;

/// <summary>One reason for which a machine refuses: the stable code, its parameters, what would unblock it, and the requirement it enforces.</summary>
/// <remarks>
/// Immutable and thread-safe; each machine defines its codes once, as static data. A code is public API: it is never renamed or reused.
/// The texts for people stand under the same key in the text resources.
/// </remarks>
public sealed class RefusalCode
{
    private readonly Refusal? _plain;

    /// <summary>Defines a code.</summary>
    /// <param name="code">Lower-case words joined by hyphens, behind the area and a dot: <c>meetings.already-scheduled</c>.</param>
    /// <param name="requirement">The requirement that the refusal enforces, such as <c>MTG-05</c>.</param>
    /// <param name="parameters">The names of the parameters that each refusal of this code carries, in order.</param>
    /// <param name="remedies">What would unblock the command.</param>
    /// <exception cref="ArgumentException">The code is not of the form named above, or a waiting remedy names no parameter.</exception>
    public RefusalCode(string code, string requirement, IReadOnlyList<string>? parameters = null, params IReadOnlyList<Remedy> remedies)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(requirement);
        ArgumentNullException.ThrowIfNull(remedies);
        if (code.IndexOf('.', StringComparison.Ordinal) <= 0 || code.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')))
        {
            throw new ArgumentException($"'{code}' is no refusal code. Use lower-case words joined by hyphens behind the area: 'meetings.already-scheduled'.", nameof(code));
        }

        Code = code;
        Requirement = requirement;
        Parameters = [.. parameters ?? []];
        Remedies = [.. remedies];
        foreach (var remedy in Remedies)
        {
            if (remedy.Kind == RemedyKind.Wait && !Parameters.Contains(remedy.Subject))
            {
                throw new ArgumentException($"The code '{code}' waits for '{remedy.Subject}', which is none of its parameters.", nameof(remedies));
            }
        }

        _plain = Parameters.Count == 0 ? new Refusal(this, []) : null;
    }

    /// <summary>The stable code, such as <c>meetings.already-scheduled</c>.</summary>
    public string Code { get; }

    /// <summary>The requirement that the refusal enforces, such as <c>MTG-05</c>.</summary>
    public string Requirement { get; }

    /// <summary>The names of the parameters of each refusal of this code, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>What would unblock the command; empty when nothing does.</summary>
    public IReadOnlyList<Remedy> Remedies { get; }

    /// <summary>Refuses with this code. A code without parameters answers the same refusal each time and allocates nothing.</summary>
    /// <param name="values">The values of <see cref="Parameters"/>, in their order.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the parameters.</exception>
    public Refusal Refuse(params ReadOnlySpan<Texts.TextValue> values)
    {
        if (values.Length != Parameters.Count)
        {
            throw new ArgumentException($"The refusal '{Code}' takes {Parameters.Count} values, not {values.Length}.", nameof(values));
        }

        return _plain ?? new Refusal(this, values.ToArray());
    }

    /// <summary>The stable code.</summary>
    public override string ToString() => Code;
}
