namespace Support.Sdk.Zendesk;

/// <summary>One Zendesk account.</summary>
/// <remarks>Checked when the host starts. Exactly one way to sign in must be given: <see cref="OAuth"/>, <see cref="AccessToken"/> or <see cref="ApiToken"/>.</remarks>
public sealed class ZendeskOptions
{
    /// <summary>The account's subdomain: <c>acme</c> of <c>https://acme.zendesk.com</c>.</summary>
    /// <value>Letters, digits and hyphens. Needed unless <see cref="BaseAddress"/> is given.</value>
    public string? Subdomain { get; set; }

    /// <summary>Another address of the account, instead of <c>https://{subdomain}.zendesk.com</c>: HTTPS, or HTTP on a loopback address (an emulator).</summary>
    /// <value><see langword="null"/> by default.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Signs in with OAuth: the way Zendesk keeps.</summary>
    public ZendeskOAuthOptions OAuth { get; } = new();

    /// <summary>Signs in with an OAuth access token obtained elsewhere, which is never renewed. Secret.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? AccessToken { get; set; }

    /// <summary>Signs in with an API token. Legacy: see <see cref="ZendeskApiTokenOptions"/> for its last day.</summary>
    public ZendeskApiTokenOptions ApiToken { get; } = new();

    /// <summary>How webhooks are verified.</summary>
    public ZendeskWebhookOptions Webhooks { get; } = new();

    /// <summary>How calls behave in time.</summary>
    public SupportHttpOptions Http { get; } = new();

    internal Uri Address => BaseAddress ?? new Uri($"https://{Subdomain}.zendesk.com/");
}
