namespace Support.Sdk.Zendesk;

/// <summary>A legacy API token (fact sheet 2.1): Basic <c>{email}/token:{token}</c>.</summary>
/// <remarks>
/// Zendesk retires API tokens: since 28 July 2026 new accounts cannot create them and unused ones are deactivated after 30 days; since 27 October 2026 nobody can
/// create one; on 30 April 2027 all stop working. Use <see cref="ZendeskOptions.OAuth"/>.
/// </remarks>
public sealed class ZendeskApiTokenOptions
{
    /// <summary>The e-mail address of the user to act as.</summary>
    /// <value><see langword="null"/> by default: no API token.</value>
    public string? Email { get; set; }

    /// <summary>The token. Secret.</summary>
    public string? Token { get; set; }
}
