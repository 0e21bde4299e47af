namespace Support.Sdk.Meetings;

/// <summary>Whose meeting it is.</summary>
/// <param name="Provider">The meeting provider, such as <c>webex</c>: the key under which its <see cref="IMeetingProvider"/> is registered.</param>
/// <param name="Account">The named account under which the host application registered the provider's client; empty for the default one.</param>
/// <param name="Email">The host's e-mail address at the provider.</param>
public sealed record MeetingHost(string Provider, string Account, string Email)
{
    /// <summary>The provider name of Webex.</summary>
    public const string Webex = "webex";
}
