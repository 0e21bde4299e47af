using System.Security.Cryptography;
using Support.Sdk.Stores;
using Support.Sdk.Testing.Conformance;
using Support.Sdk.Tokens;
using Support.Sdk.Webinars;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteStoreConformanceTests
{
    public static TheoryData<string> MachineCases => [.. MachineStoreConformance.Cases.Select(one => one.Name)];

    public static TheoryData<string> TokenCases => [.. TokenStoreConformance.Cases.Select(one => one.Name)];

    public static TheoryData<string> LedgerCases => [.. ImportLedgerConformance.Cases.Select(one => one.Name)];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(MachineCases))]
    public async Task MachineStore_KeepsThePromise(string name)
    {
        await using var fixture = new Fixture();
        await MachineStoreConformance.Find(name).RunAsync(fixture, TestContext.Current.CancellationToken);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(TokenCases))]
    public async Task TokenStore_KeepsThePromise(string name)
    {
        await using var fixture = new Fixture();
        await TokenStoreConformance.Find(name).RunAsync(fixture, TestContext.Current.CancellationToken);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(LedgerCases))]
    public async Task ImportLedger_KeepsThePromise(string name)
    {
        await using var fixture = new Fixture();
        await ImportLedgerConformance.Find(name).RunAsync(fixture, TestContext.Current.CancellationToken);
    }

    private sealed class Fixture : IMachineStoreFixture, ITokenStoreFixture, IImportLedgerFixture, IAsyncDisposable
    {
        private readonly StoreDirectory _directory = new();
        private readonly List<IAsyncDisposable> _stores = [];
        private readonly ISecretProtector _protector = new AesGcmSecretProtector(new SecretKey("test", RandomNumberGenerator.GetBytes(SecretKey.Length)));

        ValueTask<IMachineStore> IMachineStoreFixture.OpenAsync(CancellationToken cancellationToken)
        {
            var store = new SqliteMachineStore(_directory.Options);
            _stores.Add(store);
            return new(store);
        }

        ValueTask<ITokenStore> ITokenStoreFixture.OpenAsync(CancellationToken cancellationToken)
        {
            var store = new SqliteTokenStore(_directory.Options, _protector);
            _stores.Add(store);
            return new(store);
        }

        ValueTask<IImportLedger> IImportLedgerFixture.OpenAsync(CancellationToken cancellationToken)
        {
            var ledger = new SqliteImportLedger(_directory.Options);
            _stores.Add(ledger);
            return new(ledger);
        }

        public async ValueTask CloseAsync(CancellationToken cancellationToken)
        {
            foreach (var store in _stores)
            {
                await store.DisposeAsync();
            }

            _stores.Clear();
        }

        public async ValueTask DisposeAsync()
        {
            await CloseAsync(CancellationToken.None);
            _directory.Dispose();
        }
    }
}
