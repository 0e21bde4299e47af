namespace Support.Sdk.Webex;

/// <summary>By what right the adapters act for the host of a meeting.</summary>
public enum WebexHostAccess
{
    /// <summary>With the account's own tokens: the account is the host, whatever e-mail address the host has.</summary>
    Account = 0,

    /// <summary>With the tokens that the host consented to, stored under the host's e-mail address (as it is written in the host) as subject.</summary>
    HostTokens,

    /// <summary>With the account's tokens on behalf of the host: <c>hostEmail</c> and <c>userEmail</c> are sent, which needs administrator scopes or a service app.</summary>
    OnBehalf,
}
