using System.Text;

namespace Support.Sdk.Sessions;

/// <summary>What opens a session to its end user: the PIN to type and the token of the link. Neither appears in <see cref="object.ToString"/>.</summary>
/// <remarks>Immutable. Make them with an <see cref="ISessionSecrets"/>, never by hand: whoever guesses one is in.</remarks>
/// <param name="Pin">The PIN: 4 to 12 decimal digits.</param>
/// <param name="LinkToken">The link's token: at least 128 bits as base64url, so 22 characters or more.</param>
public sealed record SessionSecrets(string Pin, string LinkToken)
{
    internal const int MinPinLength = 4;
    internal const int MaxPinLength = 12;
    private const int MinTokenLength = 22;

    /// <summary>The PIN: 4 to 12 decimal digits.</summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public string Pin { get; init; } = Pin is { Length: >= MinPinLength and <= MaxPinLength } && Pin.All(char.IsAsciiDigit)
        ? Pin
        : throw new ArgumentException("A PIN has 4 to 12 decimal digits. Take it from ISessionSecrets.", nameof(Pin));

    /// <summary>The link's token: base64url, 22 characters or more.</summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public string LinkToken { get; init; } = LinkToken is { Length: >= MinTokenLength } && LinkToken.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? LinkToken
        : throw new ArgumentException("A link token has 22 characters of base64url or more. Take it from ISessionSecrets.", nameof(LinkToken));

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Pin = ***, LinkToken = ***");
        return true;
    }
}
