using Support.Sdk.Http;

namespace Support.Sdk.Webex;

/// <summary>One account at Webex: where it is, how it signs in, how the adapters use it.</summary>
/// <remarks>Read when the account is first used; webhook secrets with each webhook. Checked at start of the host. <see cref="ToString"/> shows no secret.</remarks>
public sealed class WebexOptions
{
    /// <summary>The base of the API.</summary>
    /// <value>Default <c>https://webexapis.com/v1/</c>; Webex for Government <c>https://api-usgov.webex.com/v1/</c>. HTTPS, or HTTP on a loopback address.</value>
    public Uri BaseAddress { get; set; } = new("https://webexapis.com/v1/");

    /// <summary>A token that is not refreshed: of a bot, a guest, or a personal one (12 hours). Excludes <see cref="ClientId"/>. A secret.</summary>
    /// <value>Default none.</value>
    public string? AccessToken { get; set; }

    /// <summary>The client id of the integration or service app. Its tokens are kept in the registered <see cref="Support.Sdk.Tokens.ITokenStore"/> and refreshed.</summary>
    /// <value>Default none; either this or <see cref="AccessToken"/> must be set.</value>
    public string? ClientId { get; set; }

    /// <summary>The client secret; needed with <see cref="ClientId"/>. A secret.</summary>
    /// <value>Default none.</value>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes to ask for on the consent page.</summary>
    /// <value>Default: reading and writing schedules, reading preferences and participants, reading people.</value>
    public IList<string> Scopes { get; set; } = [];

    /// <summary>The consent page.</summary>
    /// <value>Default <c>authorize</c> below <see cref="BaseAddress"/>.</value>
    public Uri? AuthorizeEndpoint { get; set; }

    /// <summary>The token endpoint.</summary>
    /// <value>Default <c>access_token</c> below <see cref="BaseAddress"/>.</value>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>By what right the adapters act for the host of a meeting.</summary>
    /// <value>Default <see cref="WebexHostAccess.Account"/>.</value>
    public WebexHostAccess HostAccess { get; set; }

    /// <summary>The site on which the adapters work, such as <c>example.webex.com</c>. With it, a host who is not on it counts as not linked.</summary>
    /// <value>Default none: each host's default site.</value>
    public string? SiteUrl { get; set; }

    /// <summary>Whether Webex mails host and invitees when the adapters create or delete a meeting.</summary>
    /// <value>Default <see langword="true"/>, as the service has it.</value>
    public bool SendEmail { get; set; } = true;

    /// <summary>The content type of <c>PATCH /meetings/{id}</c>. The reference says <c>application/json-patch+json</c>, though the body is plain JSON and known clients say so.</summary>
    /// <value>Default <c>application/json; charset=utf-8</c>.</value>
    public string PatchContentType { get; set; } = "application/json; charset=utf-8";

    /// <summary>The secrets that webhooks may be signed with: several while one replaces another; new webhooks get the first. Without any, no webhook is believed.</summary>
    /// <value>Default none.</value>
    public IList<string> WebhookSecrets { get; set; } = [];

    /// <summary>What the import of webinars reads.</summary>
    public WebexWebinarOptions Webinars { get; } = new();

    /// <summary>How calls behave in time.</summary>
    public SupportHttpOptions Http { get; } = new();

    /// <summary>Where the account is; nothing secret.</summary>
    public override string ToString() => $"WebexOptions {{ BaseAddress = {BaseAddress}, HostAccess = {HostAccess} }}";
}
