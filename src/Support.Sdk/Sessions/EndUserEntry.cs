namespace Support.Sdk.Sessions;

/// <summary>What an end user comes with: the PIN that was read out, or the link that was sent. The set is closed; neither appears in <see cref="object.ToString"/>.</summary>
public abstract record EndUserEntry
{
    private EndUserEntry()
    {
    }

    /// <summary>Says of which kind it is, and no more.</summary>
    public sealed override string ToString() => $"{GetType().Name} ***";

    /// <summary>The PIN.</summary>
    /// <param name="Value">As it was typed: white space in it is disregarded.</param>
    public sealed record Pin(string Value) : EndUserEntry;

    /// <summary>The link.</summary>
    /// <param name="Token">Its token.</param>
    public sealed record Link(string Token) : EndUserEntry;
}
