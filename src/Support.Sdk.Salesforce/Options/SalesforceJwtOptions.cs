namespace Support.Sdk.Salesforce;

/// <summary>What the JWT bearer flow needs besides the client id (fact sheet 2).</summary>
public sealed class SalesforceJwtOptions
{
    /// <summary>The user to act as: the Salesforce user name, which looks like an e-mail address.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? Username { get; set; }

    /// <summary>The RSA private key of the certificate that the application registered, as PEM (PKCS #8 or PKCS #1, not encrypted). Secret.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? PrivateKeyPem { get; set; }

    /// <summary>Whom the assertion is for.</summary>
    /// <value><see langword="null"/> by default: <c>https://test.salesforce.com</c> for a My Domain of a sandbox, otherwise <c>https://login.salesforce.com</c>.</value>
    public Uri? Audience { get; set; }

    /// <summary>For how long an assertion is valid.</summary>
    /// <value>3 minutes by default, which is the most Salesforce takes; 30 seconds or more.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(3);
}
