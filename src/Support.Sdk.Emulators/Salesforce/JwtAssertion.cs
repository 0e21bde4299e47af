using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A signed assertion (RS256) of the JWT bearer flow.</summary>
internal sealed class JwtAssertion
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private JwtAssertion(JsonObject payload, byte[] signed, byte[] signature) => (Payload, _signed, _signature) = (payload, signed, signature);

    public JsonObject Payload { get; }

    /// <summary><c>exp</c> in seconds since 1970; some clients send it as text.</summary>
    public long Expires => long.TryParse(Payload["exp"]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public static JwtAssertion? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            var header = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[0])) as JsonObject;
            return (string?)header?["alg"] == "RS256" && JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1])) is JsonObject payload
                ? new JwtAssertion(payload, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), WebEncoders.Base64UrlDecode(parts[2]))
                : null;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return null; // No assertion: the endpoint words the refusal.
        }
    }

    public bool IsSignedBy(string publicKeyPem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        return key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
