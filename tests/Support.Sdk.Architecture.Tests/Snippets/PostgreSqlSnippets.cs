using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Support.Sdk.Stores;
using Support.Sdk.Tokens;

namespace Support.Sdk.Architecture.Snippets;

public sealed class PostgreSqlSnippets
{
    private const string ConnectionString = "Host=127.0.0.1;Database=support";

    [Fact]
    public async Task Store_ByConnectionString_IsRegistered()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Support", ConnectionString), new("Secrets:Key", Convert.ToBase64String(new byte[32]))])
            .Build();
        #region PostgreSqlStore
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(SecretKey.FromBase64("2026-11", configuration["Secrets:Key"]!)));
        services.AddPostgreSqlStore(configuration.GetConnectionString("Support")!);   // or a configuration section, or a delegate
        #endregion

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IMachineStore>());
    }

    [Fact]
    public async Task Store_OnTheHostsDataSource_IsRegistered()
    {
        var services = new ServiceCollection();
        var connectionString = ConnectionString;
        #region PostgreSqlDataSource
        services.AddSingleton(NpgsqlDataSource.Create(connectionString));
        services.AddPostgreSqlStore(options => options.Schema = "support_sdk");
        #endregion

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IMachineStore>());
    }
}
