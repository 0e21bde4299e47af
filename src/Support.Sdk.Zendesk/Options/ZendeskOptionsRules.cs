namespace Support.Sdk.Zendesk;

internal static class ZendeskOptionsRules
{
    public static IReadOnlyList<string> Check(ZendeskOptions options)
    {
        var rules = new OptionRules();
        if (options.BaseAddress is not null)
        {
            rules.SecureAddress(nameof(options.BaseAddress), options.BaseAddress);
        }
        else
        {
            rules.Require(IsSubdomain(options.Subdomain), nameof(options.Subdomain), "must be the account's subdomain, such as 'acme' of https://acme.zendesk.com (or set BaseAddress)");
        }

        CheckCredentials(options, rules);
        rules.Within("Webhooks:ReplayWindow", options.Webhooks.ReplayWindow, TimeSpan.FromSeconds(1), TimeSpan.FromHours(24));
        rules.Require(
            options.Webhooks.SigningSecrets.All(static secret => !string.IsNullOrWhiteSpace(secret)), "Webhooks:SigningSecrets", "must hold no empty secret");
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules.Failures;
    }

    private static void CheckCredentials(ZendeskOptions options, OptionRules rules)
    {
        var oauth = options.OAuth;
        bool[] given = [oauth.ClientId is not null, options.AccessToken is not null, options.ApiToken.Email is not null || options.ApiToken.Token is not null];
        rules.Require(given.Count(static way => way) == 1, "OAuth:ClientId, AccessToken or ApiToken", "must be given, exactly one of them; prefer OAuth");
        if (given[0])
        {
            rules.NotEmpty("OAuth:ClientId", oauth.ClientId);
            rules.NotEmpty("OAuth:Scope", oauth.Scope);
            rules.Require(Enum.IsDefined(oauth.Grant), "OAuth:Grant", "must be AuthorizationCode or ClientCredentials");
            rules.Require(oauth.ClientSecret is null || !string.IsNullOrWhiteSpace(oauth.ClientSecret), "OAuth:ClientSecret", "must not be empty; leave it out for a public client");
            rules.Require(
                oauth.Grant != OAuthGrant.ClientCredentials || oauth.ClientSecret is not null, "OAuth:ClientSecret", "must be given for client credentials");
            rules.Require(
                oauth.AccessTokenLifetime is not { } access || (access > TimeSpan.FromSeconds(300) && access < TimeSpan.FromSeconds(172_800)),
                "OAuth:AccessTokenLifetime",
                "must be more than 5 minutes and less than 48 hours");
            rules.Require(
                oauth.RefreshTokenLifetime is not { } refresh || (refresh >= TimeSpan.FromDays(7) && refresh <= TimeSpan.FromDays(90)),
                "OAuth:RefreshTokenLifetime",
                "must be 7 to 90 days");
        }

        if (given[1])
        {
            rules.NotEmpty(nameof(options.AccessToken), options.AccessToken);
        }

        if (given[2])
        {
            rules.NotEmpty("ApiToken:Email", options.ApiToken.Email);
            rules.NotEmpty("ApiToken:Token", options.ApiToken.Token);
        }
    }

    private static bool IsSubdomain(string? text) =>
        text is { Length: > 0 and <= 63 } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';
}
