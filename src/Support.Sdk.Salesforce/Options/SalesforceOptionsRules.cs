using System.Globalization;
using System.Security.Cryptography;

namespace Support.Sdk.Salesforce;

internal static class SalesforceOptionsRules
{
    private const decimal OldestVersion = 46;

    public static IReadOnlyList<string> Check(SalesforceOptions options)
    {
        var rules = new OptionRules();
        if (options.BaseAddress is not null)
        {
            rules.SecureAddress(nameof(options.BaseAddress), options.BaseAddress);
        }
        else
        {
            rules.Require(
                IsMyDomain(options.MyDomain),
                nameof(options.MyDomain),
                "must be what stands before '.my.salesforce.com' in the org's address, such as 'acme' or 'acme--uat.sandbox' (or set BaseAddress)");
        }

        CheckOptional(rules, nameof(options.LoginAddress), options.LoginAddress);
        CheckOptional(rules, nameof(options.InstanceAddress), options.InstanceAddress);
        rules.Require(IsVersion(options.ApiVersion), nameof(options.ApiVersion), "must be a version such as '64.0', 46.0 or above");
        rules.Within(nameof(options.DescribeFreshFor), options.DescribeFreshFor, TimeSpan.Zero, TimeSpan.FromHours(24));
        CheckCredentials(options, rules);
        CheckMeetings(options.Meetings, rules);
        CheckWebinars(options.Webinars, rules);
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules.Failures;
    }

    private static void CheckCredentials(SalesforceOptions options, OptionRules rules)
    {
        var oauth = options.OAuth;
        rules.Require((oauth.ClientId is not null) != (options.AccessToken is not null), "OAuth:ClientId or AccessToken", "must be given, exactly one of them; prefer OAuth");
        rules.Require(Enum.IsDefined(oauth.Grant), "OAuth:Grant", "must be AuthorizationCode, ClientCredentials or JwtBearer");
        rules.Within("OAuth:Jwt:Lifetime", oauth.Jwt.Lifetime, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3));
        CheckOptional(rules, "OAuth:Jwt:Audience", oauth.Jwt.Audience);
        rules.Require(options.AccessToken is null || !string.IsNullOrWhiteSpace(options.AccessToken), nameof(options.AccessToken), "must not be empty");
        if (oauth.ClientId is null)
        {
            return;
        }

        rules.NotEmpty("OAuth:ClientId", oauth.ClientId);
        rules.Require(oauth.ClientSecret is null || !string.IsNullOrWhiteSpace(oauth.ClientSecret), "OAuth:ClientSecret", "must not be empty; leave it out when the application has none");
        switch (oauth.Grant)
        {
            case SalesforceGrant.AuthorizationCode:
                rules.NotEmpty("OAuth:Scope", oauth.Scope);
                break;
            case SalesforceGrant.ClientCredentials:
                rules.Require(oauth.ClientSecret is not null, "OAuth:ClientSecret", "must be given for client credentials");
                rules.Require(
                    options.LoginAddress?.Host is not ("login.salesforce.com" or "test.salesforce.com"),
                    nameof(options.LoginAddress),
                    "must be left out or be the org's My Domain for client credentials: login.salesforce.com and test.salesforce.com refuse them");
                break;
            case SalesforceGrant.JwtBearer:
                rules.NotEmpty("OAuth:Jwt:Username", oauth.Jwt.Username);
                rules.Require(IsPrivateKey(oauth.Jwt.PrivateKeyPem), "OAuth:Jwt:PrivateKeyPem", "must be an RSA private key of 2048 bits or more as PEM, not encrypted");
                break;
        }
    }

    private static void CheckMeetings(SalesforceMeetingOptions meetings, OptionRules rules)
    {
        foreach (var (option, field) in meetings.Names)
        {
            rules.Require(field is null || IsApiName(field), $"Meetings:{option}", "must be an API name, such as 'Subject' or 'My_Field__c'");
            rules.Require(field is not null || option is not ("Object" or "KeyField" or "RecordField" or "PersonField" or "TextField"), $"Meetings:{option}", "must be given");
        }
    }

    private static void CheckWebinars(SalesforceWebinarOptions webinars, OptionRules rules)
    {
        rules.Within("Webinars:LookupConcurrency", webinars.LookupConcurrency, 1, 10);
        rules.Within("Webinars:JobFirstWait", webinars.JobFirstWait, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        rules.Require(
            webinars.JobLongestWait >= webinars.JobFirstWait && webinars.JobLongestWait <= TimeSpan.FromHours(1), "Webinars:JobLongestWait", "must be JobFirstWait or more, 1 hour at most");
        rules.Require(webinars.JobPatience > TimeSpan.Zero && webinars.JobPatience <= TimeSpan.FromHours(24), "Webinars:JobPatience", "must be above zero, 24 hours at most");
        rules.Require(
            webinars.AssignmentRuleId is null || Records.RecordId.TryParse(webinars.AssignmentRuleId, out _), "Webinars:AssignmentRuleId", "must be the id of a rule, 15 or 18 characters");
        var members = webinars.WebinarCampaignMembers;
        foreach (var (option, name) in members.Names)
        {
            rules.Require(name is null || IsApiName(name), $"Webinars:WebinarCampaignMembers:{option}", "must be an API name, such as 'My_Field__c'");
        }

        rules.Require(
            members.ObjectName is null || members.CampaignField is not null, "Webinars:WebinarCampaignMembers:CampaignField", "must be given with ObjectName: the field that refers to the campaign");
    }

    private static bool IsApiName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static void CheckOptional(OptionRules rules, string option, Uri? address)
    {
        if (address is not null)
        {
            rules.SecureAddress(option, address);
        }
    }

    private static bool IsMyDomain(string? text) =>
        text is { Length: > 0 and <= 120 }
        && !text.Contains(".lightning", StringComparison.OrdinalIgnoreCase)
        && !text.EndsWith(".com", StringComparison.OrdinalIgnoreCase)
        && text.Split('.').All(static part => part.Length > 0 && part.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') && part[0] != '-' && part[^1] != '-');

    private static bool IsVersion(string? text) =>
        text is { Length: <= 6 }
        && text.EndsWith(".0", StringComparison.Ordinal)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
        && version >= OldestVersion;

    private static bool IsPrivateKey(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return false;
        }

        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);

            // A public key imports as well; only a private one signs.
            return rsa.KeySize >= 2048 && rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Length > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
