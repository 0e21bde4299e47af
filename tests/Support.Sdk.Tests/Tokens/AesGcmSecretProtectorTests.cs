using System.Security.Cryptography;
using Shouldly;
using Support.Sdk.Tokens;

namespace Support.Sdk.Tests.Tokens;

public sealed class AesGcmSecretProtectorTests
{
    private static readonly byte[] Secret = "the refresh token"u8.ToArray();

    private static SecretKey Key(string id, byte fill) => new(id, Enumerable.Repeat(fill, SecretKey.Length).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void Unprotect_WhatWasProtected_ReadsIt(int length)
    {
        var protector = new AesGcmSecretProtector(Key("a", 1));
        var secret = RandomNumberGenerator.GetBytes(length);
        protector.Unprotect(protector.Protect(secret, "purpose"), "purpose").ShouldBe(secret);
    }

    [Fact]
    public void Protect_Twice_GivesDifferentCiphertextsWithoutThePlaintext()
    {
        var protector = new AesGcmSecretProtector(Key("a", 1));
        var first = protector.Protect(Secret, "purpose");
        first.ShouldNotBe(protector.Protect(Secret, "purpose"));
        first.AsSpan().IndexOf("refresh"u8).ShouldBe(-1);
    }

    [Fact]
    public void Unprotect_AnyByteAltered_Throws()
    {
        var protector = new AesGcmSecretProtector(Key("ab", 1), Key("cb", 1));
        var ciphertext = protector.Protect(Secret, "purpose");
        for (var i = 0; i < ciphertext.Length; i++)
        {
            var altered = ciphertext.ToArray();
            altered[i] ^= 2;
            Should.Throw<CryptographicException>(() => protector.Unprotect(altered, "purpose"), $"byte {i}");
        }
    }

    [Fact]
    public void Unprotect_Truncated_Throws()
    {
        var protector = new AesGcmSecretProtector(Key("a", 1));
        var ciphertext = protector.Protect(Secret, "purpose");
        for (var length = 0; length < ciphertext.Length; length++)
        {
            Should.Throw<CryptographicException>(() => protector.Unprotect(ciphertext.AsSpan(0, length), "purpose"), $"{length} bytes");
        }
    }

    [Fact]
    public void Unprotect_ForAnotherPurpose_Throws()
    {
        var protector = new AesGcmSecretProtector(Key("a", 1));
        Should.Throw<CryptographicException>(() => protector.Unprotect(protector.Protect(Secret, "one"), "two"));
    }

    [Fact]
    public void Unprotect_WithAnotherKeyOfTheSameName_Throws() =>
        Should.Throw<CryptographicException>(() => new AesGcmSecretProtector(Key("a", 2)).Unprotect(new AesGcmSecretProtector(Key("a", 1)).Protect(Secret, "p"), "p"));

    [Fact]
    public void Unprotect_AfterRotation_ReadsOldSecretsAndWritesWithTheNewKey()
    {
        var old = new AesGcmSecretProtector(Key("old", 1));
        var rotated = new AesGcmSecretProtector(Key("new", 2), Key("old", 1));
        rotated.Unprotect(old.Protect(Secret, "p"), "p").ShouldBe(Secret);
        Should.Throw<CryptographicException>(() => old.Unprotect(rotated.Protect(Secret, "p"), "p"));
    }

    [Fact]
    public void Unprotect_WrittenByAnEarlierRelease_ReadsIt()
    {
        // Fixes the layout: format 1, name "a", nonce of twelve 9s, tag, ciphertext; made here with AesGcm itself.
        byte[] header = [1, 1, (byte)'a'];
        var nonce = Enumerable.Repeat((byte)9, 12).ToArray();
        var ciphertext = new byte[Secret.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(Enumerable.Repeat((byte)1, 32).ToArray(), 16);
        byte[] associated = [.. header, .. "p"u8];
        aes.Encrypt(nonce, Secret, ciphertext, tag, associated);

        new AesGcmSecretProtector(Key("a", 1)).Unprotect([.. header, .. nonce, .. tag, .. ciphertext], "p").ShouldBe(Secret);
    }

    [Fact]
    public void Constructor_TwoKeysOfOneName_Throws() => Should.Throw<ArgumentException>(() => new AesGcmSecretProtector(Key("a", 1), Key("a", 2)));

    [Theory]
    [InlineData("AAAA")]
    [InlineData("no base64, hunter2")]
    public void FromBase64_NoKey_ThrowsWithoutQuotingIt(string text) =>
        Should.Throw<ArgumentException>(() => SecretKey.FromBase64("a", text)).Message.ShouldNotContain(text);

    [Fact]
    public void FromBase64_Key_IsTheSameKey()
    {
        var fromText = new AesGcmSecretProtector(SecretKey.FromBase64("a", Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray())));
        fromText.Unprotect(new AesGcmSecretProtector(Key("a", 1)).Protect(Secret, "p"), "p").ShouldBe(Secret);
    }

    [Fact]
    public void ToString_Key_ShowsItsNameOnly() => Key("a", 1).ToString().ShouldBe("SecretKey { Id = a }");
}
