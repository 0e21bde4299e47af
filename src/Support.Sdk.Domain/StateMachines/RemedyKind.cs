namespace Support.Sdk.StateMachines;

/// <summary>The kinds of <see cref="Remedy"/>.</summary>
public enum RemedyKind
{
    /// <summary>Another action of the same machine clears the way.</summary>
    Action,

    /// <summary>Time clears the way.</summary>
    Wait,

    /// <summary>Somebody else has to do something outside the SDK.</summary>
    Ask,

    /// <summary>The caller corrects the command and gives it again.</summary>
    Correct,
}
