using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>Signs the assertion of the JWT bearer flow: RS256 over <c>iss</c>, <c>sub</c>, <c>aud</c>, <c>exp</c> (fact sheet 2).</summary>
internal sealed class JwtAssertion(SalesforceOptions options, TimeProvider clock)
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"RS256"}"""u8);

    public string Sign()
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(Claims())}";
        using var rsa = RSA.Create();
        rsa.ImportFromPem(options.OAuth.Jwt.PrivateKeyPem);
        return $"{signed}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private byte[] Claims()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("iss", options.OAuth.ClientId);
            writer.WriteString("sub", options.OAuth.Jwt.Username);
            writer.WriteString("aud", Audience());
            writer.WriteNumber("exp", (clock.GetUtcNow() + options.OAuth.Jwt.Lifetime).ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private string Audience()
    {
        if (options.OAuth.Jwt.Audience is { } set)
        {
            return set.OriginalString.TrimEnd('/');
        }

        var isSandbox = options.Address.Host.Contains(".sandbox.", StringComparison.OrdinalIgnoreCase) || options.Login.Host == "test.salesforce.com";
        return isSandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
    }
}
