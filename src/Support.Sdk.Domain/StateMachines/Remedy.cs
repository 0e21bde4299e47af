namespace Support.Sdk.StateMachines;

/// <summary>What would unblock a refused command.</summary>
/// <param name="Kind">What kind of thing has to happen.</param>
/// <param name="Subject">
/// For <see cref="RemedyKind.Action"/> the name of the machine's action that clears the way; for <see cref="RemedyKind.Wait"/> the name of the
/// refusal's parameter that holds the instant; for <see cref="RemedyKind.Ask"/> whom to ask, such as <c>site-administrator</c>;
/// for <see cref="RemedyKind.Correct"/> the name of the command's field to correct.
/// </param>
public readonly record struct Remedy(RemedyKind Kind, string Subject)
{
    /// <summary>Another action of the machine clears the way.</summary>
    public static Remedy Action(string action) => new(RemedyKind.Action, action);

    /// <summary>Time clears the way, at the instant in the named parameter.</summary>
    public static Remedy Wait(string parameter) => new(RemedyKind.Wait, parameter);

    /// <summary>Somebody else clears the way.</summary>
    public static Remedy Ask(string whom) => new(RemedyKind.Ask, whom);

    /// <summary>The caller corrects a field of the command.</summary>
    public static Remedy Correct(string field) => new(RemedyKind.Correct, field);
}
