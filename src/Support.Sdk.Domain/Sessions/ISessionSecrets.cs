namespace Support.Sdk.Sessions;

/// <summary>Draws the PIN and the link token of a new session (SES-17).</summary>
/// <remarks>
/// Implementations are thread-safe and cryptographically random. A PIN that a live session holds already is refused by the store; draw again then.
/// </remarks>
public interface ISessionSecrets
{
    /// <summary>Draws a PIN and a link token.</summary>
    SessionSecrets Create();
}
