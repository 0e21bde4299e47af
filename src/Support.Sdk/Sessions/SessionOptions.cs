namespace Support.Sdk.Sessions;

/// <summary>Choices of the host application about support sessions.</summary>
public sealed class SessionOptions
{
    /// <summary>How many digits a PIN has. All live sessions share the PINs: with 6 digits a million, of which a guess hits one in a million for each live session.</summary>
    /// <value>4 to 12; 6 by default.</value>
    public int PinLength { get; set; } = SessionSecretsGenerator.DefaultPinLength;

    /// <summary>How often PIN and link are drawn for a new session, as long as live sessions hold what was drawn, before it is refused with <c>sessions.no-free-pin</c>.</summary>
    /// <value>1 to 1,000; 20 by default.</value>
    public int MaxSecretDraws { get; set; } = 20;

    /// <summary>How changes are told live.</summary>
    public SessionFeedOptions Feed { get; set; } = new();
}
