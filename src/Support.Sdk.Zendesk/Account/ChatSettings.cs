namespace Support.Sdk.Zendesk.Account;

/// <summary>What is set about Chat.</summary>
public sealed record ChatSettings
{
    /// <summary>Whether the account may use Chat.</summary>
    public bool? Available { get; init; }

    /// <summary>Whether Chat is on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether Chat was made within Support.</summary>
    public bool? Integrated { get; init; }
}
