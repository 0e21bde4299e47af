using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Tokens;

namespace Support.Sdk.AspNetCore.Tests.Tokens;

public sealed class DataProtectionSecretsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("support-secrets-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Unprotect_InAnotherHostWithTheSameKeyRing_ReadsIt()
    {
        using var first = Host();
        using var second = Host();
        var ciphertext = Protector(first).Protect("secret"u8, "p");
        ciphertext.AsSpan().IndexOf("secret"u8).ShouldBe(-1);
        Protector(second).Unprotect(ciphertext, "p").ShouldBe("secret"u8.ToArray());
    }

    [Fact]
    public void Unprotect_OtherPurposeOrAltered_Throws()
    {
        using var host = Host();
        var ciphertext = Protector(host).Protect("secret"u8, "p");
        Should.Throw<CryptographicException>(() => Protector(host).Unprotect(ciphertext, "q"));
        ciphertext[^1] ^= 1;
        Should.Throw<CryptographicException>(() => Protector(host).Unprotect(ciphertext, "p"));
    }

    [Fact]
    public void AddDataProtectionSecrets_HostHasItsOwn_KeepsIt()
    {
        var own = new AesGcmSecretProtector(new SecretKey("a", RandomNumberGenerator.GetBytes(32)));
        using var services = new ServiceCollection().AddSingleton<ISecretProtector>(own).AddDataProtectionSecrets().BuildServiceProvider();
        services.GetRequiredService<ISecretProtector>().ShouldBeSameAs(own);
    }

    [Fact]
    public async Task AddDataProtectionSecrets_WithSqlite_KeepsTokensOverARestart()
    {
        var key = new TokenKey("webex", "acme");
        await using (var services = Host())
        {
            (await services.GetRequiredService<ITokenStore>().TrySaveAsync(key, new("access"), 0, Token)).ShouldBeTrue();
        }

        await using (var services = Host())
        {
            (await services.GetRequiredService<ITokenStore>().LoadAsync(key, Token)).ShouldNotBeNull().Tokens.AccessToken.ShouldBe("access");
        }
    }

    private static ISecretProtector Protector(ServiceProvider host) => host.GetRequiredService<ISecretProtector>();

    private ServiceProvider Host()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().PersistKeysToFileSystem(_directory).SetApplicationName("tests");
        return services.AddDataProtectionSecrets().AddSqliteStore(Path.Combine(_directory.FullName, "store.db")).BuildServiceProvider();
    }
}
