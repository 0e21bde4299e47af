using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>Gives the clients of the accounts registered with <c>AddWebex</c>.</summary>
/// <remarks>Thread-safe; a singleton.</remarks>
public interface IWebexClientFactory
{
    /// <summary>The client of an account; the same one on every call.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered.</exception>
    WebexClient GetClient(string account = "");

    /// <summary>Leads a person through the consent page and stores the tokens.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered, or it uses a fixed token.</exception>
    AuthorizationCodeFlow GetConsentFlow(string account = "");
}
