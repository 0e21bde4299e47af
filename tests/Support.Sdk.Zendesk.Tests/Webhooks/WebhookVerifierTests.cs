using System.Security.Cryptography;
using System.Text;
using Support.Sdk.Zendesk.Webhooks;

namespace Support.Sdk.Zendesk.Tests;

public sealed class WebhookVerifierTests
{
    // Fact sheet 11: the inputs of an old documentation page.
    private const string Secret = "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=";
    private const string Timestamp = "2021-07-25T10:00:00Z";
    private static readonly byte[] Body = """{"say": "hello"}"""u8.ToArray();
    private static readonly DateTimeOffset SignedAt = new(2021, 7, 25, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_InTheDocumentedOrder_IsGenuine() =>
        Verify("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", SignedAt).ShouldBe(WebhookVerification.Verified);

    [Fact]
    public void Verify_OfTheOldPagesSignature_IsRejected() =>
        Verify("tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=", SignedAt).Reason.ShouldBe(WebhookRejection.BadSignature);

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Verify_AroundTheWindow_KeepsToIt(int seconds, bool isVerified) =>
        Verify("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", SignedAt.AddSeconds(seconds)).Reason.ShouldBe(isVerified ? null : WebhookRejection.Stale);

    [Theory]
    [InlineData(null, Timestamp, WebhookRejection.MissingSignature)]
    [InlineData("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", null, WebhookRejection.MissingTimestamp)]
    [InlineData("not base64", Timestamp, WebhookRejection.MalformedSignature)]
    [InlineData("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", "2021-07-25T10:00:01Z", WebhookRejection.BadSignature)]
    public void Verify_OfABrokenRequest_SaysWhy(string? signature, string? timestamp, string reason) =>
        Verifier(SignedAt, Secret).Verify(signature, timestamp, Body).Reason.ShouldBe(reason);

    [Fact]
    public void Verify_WithSeveralSecrets_TakesAny() =>
        Verifier(SignedAt, "another", Secret).Verify("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", Timestamp, Body).IsVerified.ShouldBeTrue();

    [Fact]
    public void Verify_WithoutSecrets_IsRejected() =>
        Verifier(SignedAt).Verify("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=", Timestamp, Body).Reason.ShouldBe(WebhookRejection.NoSecretConfigured);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_OfATestRequest_CountsOnlyWhenAllowed(bool isAllowed)
    {
        var options = new ZendeskWebhookOptions { AcceptTestSecret = isAllowed, SigningSecrets = { Secret } };
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="), (byte[])[.. Encoding.UTF8.GetBytes(Timestamp), .. Body]));

        new ZendeskWebhookVerifier(options, new ManualTimeProvider(SignedAt)).Verify(signature, Timestamp, Body).IsVerified.ShouldBe(isAllowed);
    }

    private static WebhookVerification Verify(string signature, DateTimeOffset now) => Verifier(now, Secret).Verify(signature, Timestamp, Body);

    private static ZendeskWebhookVerifier Verifier(DateTimeOffset now, params string[] secrets)
    {
        var options = new ZendeskWebhookOptions();
        foreach (var secret in secrets)
        {
            options.SigningSecrets.Add(secret);
        }

        return new(options, new ManualTimeProvider(now));
    }
}
