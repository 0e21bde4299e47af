using System.Security.Cryptography;
using System.Text;
using Shouldly;

namespace Support.Sdk.Http.Tests;

public class WebhookSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"say": "hello"}""");
    private const string ZendeskSecret = "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=";
    private const string ZendeskTimestamp = "2021-07-25T10:00:00Z";

    [Fact]
    public void Verify_ZendeskVector_IsVerified() => Zendesk("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=").IsVerified.ShouldBeTrue();

    [Fact]
    public void Verify_ZendeskVectorOfTheOldOrder_IsRejected() =>
        Zendesk("tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=").Reason.ShouldBe(WebhookRejection.BadSignature);

    [Fact]
    public void Verify_Sha1Hex_AcceptsEitherCase()
    {
        // RFC 2202, test case 2.
        const string Signature = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";
        var body = Encoding.ASCII.GetBytes("what do ya want for nothing?");

        Verify(Signature).IsVerified.ShouldBeTrue();
        Verify(Signature.ToUpperInvariant()).IsVerified.ShouldBeTrue();
        Verify(" " + Signature + " ").IsVerified.ShouldBeTrue();

        WebhookVerification Verify(string signature) => WebhookSignature.Verify(WebhookSignatureFormat.HmacSha1Hex, ["Jefe"], signature, body);
    }

    [Fact]
    public void Verify_SeveralSecrets_AnyMayMatch()
    {
        var signature = Convert.ToHexString(HMACSHA256.HashData("new"u8, Body));

        Verify("old", "new").IsVerified.ShouldBeTrue();
        Verify("new", "old").IsVerified.ShouldBeTrue();
        Verify("old", "older").Reason.ShouldBe(WebhookRejection.BadSignature);

        WebhookVerification Verify(params string[] secrets) => WebhookSignature.Verify(WebhookSignatureFormat.HmacSha256Hex, secrets, signature, Body);
    }

    [Theory]
    [InlineData(null, WebhookRejection.MissingSignature)]
    [InlineData("  ", WebhookRejection.MissingSignature)]
    [InlineData("zz", WebhookRejection.MalformedSignature)]
    [InlineData("!!!not base64!!!", WebhookRejection.MalformedSignature)]
    [InlineData("AAAA", WebhookRejection.MalformedSignature)]
    [InlineData("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIkAAAAA", WebhookRejection.MalformedSignature)]
    public void Verify_SignatureMissingOrUnreadable_SaysWhich(string? signature, string reason) => Zendesk(signature).Reason.ShouldBe(reason);

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("", "  ")]
    public void Verify_NoSecret_RejectsEverything(params string[] secrets)
    {
        var emptyKey = Convert.ToBase64String(HMACSHA256.HashData(Array.Empty<byte>(), Body));

        WebhookSignature.Verify(WebhookSignatureFormat.HmacSha256Base64, secrets, emptyKey, Body).Reason.ShouldBe(WebhookRejection.NoSecretConfigured);
    }

    [Fact]
    public void Verify_OneByteChanged_IsRejected()
    {
        var signature = Convert.ToBase64String(HMACSHA256.HashData("s"u8, Body));
        var changed = (byte[])Body.Clone();
        changed[^2] ^= 1;

        WebhookSignature.Verify(WebhookSignatureFormat.HmacSha256Base64, ["s"], signature, Body).IsVerified.ShouldBeTrue();
        WebhookSignature.Verify(WebhookSignatureFormat.HmacSha256Base64, ["s"], signature, changed).Reason.ShouldBe(WebhookRejection.BadSignature);
    }

    [Fact]
    public void Default_Verification_IsARejection()
    {
        default(WebhookVerification).IsVerified.ShouldBeFalse();
        default(WebhookVerification).Reason.ShouldBe(WebhookRejection.NotVerified);
        WebhookVerification.Verified.Reason.ShouldBeNull();
    }

    private static WebhookVerification Zendesk(string? signature) => WebhookSignature.Verify(
        WebhookSignatureFormat.HmacSha256Base64, [ZendeskSecret], signature, Body, Encoding.UTF8.GetBytes(ZendeskTimestamp));
}
