using System.Net.Http.Headers;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

internal static class WebexOptionsRules
{
    public static IReadOnlyList<string> Check(WebexOptions options)
    {
        var rules = new OptionRules();
        rules.SecureAddress(nameof(options.BaseAddress), options.BaseAddress);
        if (options.AuthorizeEndpoint is { } authorize)
        {
            rules.SecureAddress(nameof(options.AuthorizeEndpoint), authorize);
        }

        if (options.TokenEndpoint is { } token)
        {
            rules.SecureAddress(nameof(options.TokenEndpoint), token);
        }

        var isStatic = !string.IsNullOrWhiteSpace(options.AccessToken);
        var isOAuth = !string.IsNullOrWhiteSpace(options.ClientId);
        rules.Require(isStatic || isOAuth, nameof(options.AccessToken), "or ClientId must be set: a fixed token, or an integration whose tokens are refreshed");
        rules.Require(!(isStatic && isOAuth), nameof(options.AccessToken), "and ClientId exclude each other; remove one of them");
        if (isOAuth)
        {
            rules.NotEmpty(nameof(options.ClientSecret), options.ClientSecret);
        }

        rules.Require(Enum.IsDefined(options.HostAccess), nameof(options.HostAccess), "must be Account, HostTokens or OnBehalf");
        rules.Require(
            !(isStatic && options.HostAccess == WebexHostAccess.HostTokens),
            nameof(options.HostAccess),
            "must not be HostTokens with an AccessToken, which acts for one user only; set ClientId and ClientSecret");
        rules.Require(options.SiteUrl is null || IsHostName(options.SiteUrl), nameof(options.SiteUrl), "must be a host name such as example.webex.com, without scheme and path");
        rules.Require(
            MediaTypeHeaderValue.TryParse(options.PatchContentType, out _), nameof(options.PatchContentType), "must be a media type, such as application/json");
        rules.Require(
            options.WebhookSecrets.All(static secret => !string.IsNullOrWhiteSpace(secret)), nameof(options.WebhookSecrets), "must not hold empty secrets; remove them");
        rules.Require(
            options.Webinars.RegistrantStatuses.All(static status => !string.IsNullOrWhiteSpace(status)),
            "Webinars.RegistrantStatuses",
            "must not hold empty names; remove them, or leave the list empty for approved and pending");
        rules.Require(
            options.Webinars.HostEmail is null || (!string.IsNullOrWhiteSpace(options.Webinars.HostEmail) && options.HostAccess != WebexHostAccess.Account),
            "Webinars.HostEmail",
            "must not be empty, and must not be set while HostAccess is Account, which reads for the account's own user only; set HostAccess to HostTokens or OnBehalf");
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules.Failures;
    }

    private static bool IsHostName(string site) => Uri.CheckHostName(site) == UriHostNameType.Dns;
}
