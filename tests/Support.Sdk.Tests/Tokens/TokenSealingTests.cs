using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Tests.Tokens;

public sealed class TokenSealingTests
{
    private static readonly TokenKey Key = new("webex", "acme", "someone/else");

    private static readonly ISecretProtector Protector = new AesGcmSecretProtector(new SecretKey("k1", Enumerable.Repeat((byte)7, SecretKey.Length).ToArray()));

    private static readonly OAuthTokens Tokens = new(
        "access-1",
        new DateTimeOffset(2031, 5, 17, 11, 30, 0, TimeSpan.FromHours(2)),
        "refresh-2",
        new DateTimeOffset(2031, 8, 15, 9, 30, 0, TimeSpan.Zero).AddTicks(1234567),
        "spark:all \"é\"");

    [Fact]
    public void OpenTokens_WhatWasSealed_ReadsAllOfIt()
    {
        var opened = Protector.OpenTokens(Key, Protector.SealTokens(Key, Tokens));

        opened.AccessToken.ShouldBe(Tokens.AccessToken);
        opened.ExpiresAt.ShouldBe(Tokens.ExpiresAt);
        opened.ExpiresAt!.Value.Offset.ShouldBe(TimeSpan.Zero);
        opened.RefreshToken.ShouldBe(Tokens.RefreshToken);
        opened.RefreshTokenExpiresAt.ShouldBe(Tokens.RefreshTokenExpiresAt);
        opened.Scope.ShouldBe(Tokens.Scope);
    }

    [Fact]
    public void SealTokens_AnyTokens_HasTheFormOfAllVersions()
    {
        // The form and the purpose are in databases: a change of either would lock every account out.
        var sealedTokens = Protector.SealTokens(Key, Tokens);

        Encoding.UTF8.GetString(Protector.Unprotect(sealedTokens, "Support.Sdk.Tokens/webex/acme/someone%2Felse")).ShouldBe(
            """{"accessToken":"access-1","expiresAt":"2031-05-17T09:30:00+00:00","refreshToken":"refresh-2","refreshTokenExpiresAt":"2031-08-15T09:30:00.1234567+00:00","scope":"spark:all \u0022\u00E9\u0022"}""");
    }

    [Fact]
    public void OpenTokens_WrittenByAnotherVersion_ReadsWhatItKnows()
    {
        var stored = Protector.Protect("""{"accessToken":"a","future":{"x":1}}"""u8, "Support.Sdk.Tokens/zendesk//");

        var opened = Protector.OpenTokens(new("zendesk", ""), stored);

        opened.AccessToken.ShouldBe("a");
        opened.RefreshToken.ShouldBeNull();
        opened.ExpiresAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("zendesk", "acme", "someone/else")]
    [InlineData("webex", "other", "someone/else")]
    [InlineData("webex", "acme", "thief")]
    [InlineData("webex", "acme", "")]
    [InlineData("webex", "acme/someone", "else")]
    public void OpenTokens_OfAnotherKey_Throws(string vendor, string account, string subject)
    {
        var sealedTokens = Protector.SealTokens(Key, Tokens);

        Should.Throw<CryptographicException>(() => Protector.OpenTokens(new(vendor, account, subject), sealedTokens));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void OpenTokens_NoTokensInside_Throws(string json)
    {
        var stored = Protector.Protect(Encoding.UTF8.GetBytes(json), "Support.Sdk.Tokens/webex/acme/someone%2Felse");

        Should.Throw<JsonException>(() => Protector.OpenTokens(Key, stored));
    }
}
