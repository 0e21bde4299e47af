namespace Support.Sdk.Salesforce;

/// <summary>One Salesforce org, seen by one user.</summary>
/// <remarks>Checked when the host starts. Exactly one way to sign in must be given: <see cref="OAuth"/> or <see cref="AccessToken"/>.</remarks>
public sealed class SalesforceOptions
{
    /// <summary>The org's My Domain: what stands before <c>.my.salesforce.com</c>, such as <c>acme</c>, <c>acme--uat.sandbox</c> or <c>acme-dev-ed.develop</c> (fact sheet 1).</summary>
    /// <value>Letters, digits, hyphens and dots. Needed unless <see cref="BaseAddress"/> is given.</value>
    public string? MyDomain { get; set; }

    /// <summary>Another address of the org's API, instead of <c>https://{MyDomain}.my.salesforce.com</c>: HTTPS, or HTTP on a loopback address (an emulator).</summary>
    /// <value><see langword="null"/> by default.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Where people consent and tokens are given, such as <c>https://login.salesforce.com</c>.</summary>
    /// <value><see langword="null"/> by default: the org's own address, which serves every grant.</value>
    public Uri? LoginAddress { get; set; }

    /// <summary>What token answers must name as their <c>instance_url</c>. Tokens of another org are refused, for they would be sent, and data written, to the wrong one.</summary>
    /// <value><see langword="null"/> by default: the org's own address. To be set when <see cref="BaseAddress"/> is a gateway.</value>
    public Uri? InstanceAddress { get; set; }

    /// <summary>The API version, such as <c>64.0</c>.</summary>
    /// <value><see cref="SalesforceConstants.DefaultApiVersion"/> by default; 46.0 or above, because upserts say only since then whether they created (fact sheet 6).</value>
    public string ApiVersion { get; set; } = SalesforceConstants.DefaultApiVersion;

    /// <summary>Signs in with OAuth.</summary>
    public SalesforceOAuthOptions OAuth { get; } = new();

    /// <summary>Signs in with an access token obtained elsewhere, which is never renewed. Secret.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? AccessToken { get; set; }

    /// <summary>For how long a describe is used without asking Salesforce whether it has changed; asking costs one call of the daily budget.</summary>
    /// <value>5 minutes by default; zero (always ask) to 24 hours.</value>
    public TimeSpan DescribeFreshFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How meetings are associated with records, and among whom attendees are searched.</summary>
    public SalesforceMeetingOptions Meetings { get; } = new();

    /// <summary>How participants of webinars are imported.</summary>
    public SalesforceWebinarOptions Webinars { get; } = new();

    /// <summary>How calls behave in time.</summary>
    /// <value>
    /// By default an attempt may take 2 minutes and a call 10 (uploads and queries are slow; Salesforce itself ends a request after 10), and 20 calls may be under
    /// way at once, for an org allows 25 long ones (fact sheet 10).
    /// </value>
    public SupportHttpOptions Http { get; } = new()
    {
        AttemptTimeout = TimeSpan.FromMinutes(2),
        TotalTimeout = TimeSpan.FromMinutes(10),
        MaxConcurrency = 20,
    };

    internal Uri Address => BaseAddress ?? new Uri($"https://{MyDomain}.my.salesforce.com/");

    internal Uri Login => LoginAddress ?? Address;

    internal Uri Instance => InstanceAddress ?? Address;
}
