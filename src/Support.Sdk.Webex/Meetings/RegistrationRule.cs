namespace Support.Sdk.Webex.Meetings;

/// <summary>Approves or rejects registrants by an answer.</summary>
public sealed record RegistrationRule
{
    /// <summary>The standard question, such as <c>lastName</c>; <see langword="null"/> in rules of an own question.</summary>
    public string? Question { get; init; }

    /// <summary><c>contains</c>, <c>notContains</c>, <c>beginsWith</c>, <c>endsWith</c>, <c>equals</c> or <c>notEquals</c>.</summary>
    public string? Condition { get; init; }

    /// <summary>What the answer is compared with.</summary>
    public string? Value { get; init; }

    /// <summary><c>approve</c> or <c>reject</c>.</summary>
    public string? Result { get; init; }

    /// <summary>Whether case counts.</summary>
    public bool? MatchCase { get; init; }

    /// <summary>Rules are applied in this order, over all questions.</summary>
    public int? Order { get; init; }
}
