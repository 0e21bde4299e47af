using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Testing.Conformance;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

public sealed class InMemoryImportLedgerTests
{
    public static TheoryData<string> Names => [.. ImportLedgerConformance.Cases.Select(one => one.Name)];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public Task Ledger_KeepsThePromise(string name) =>
        ImportLedgerConformance.Find(name).RunAsync(new Fixture(), TestContext.Current.CancellationToken);

    [Fact]
    public void AddInMemoryStore_Ledger_IsOneForAll()
    {
        using var services = new ServiceCollection().AddInMemoryStore().BuildServiceProvider();

        services.GetRequiredService<IImportLedger>().ShouldBeOfType<InMemoryImportLedger>().ShouldBeSameAs(services.GetRequiredService<IImportLedger>());
    }

    [Fact]
    public void AddInMemoryStore_OwnLedger_StaysInPlace()
    {
        var own = new InMemoryImportLedger();
        using var services = new ServiceCollection().AddSingleton<IImportLedger>(own).AddInMemoryStore().BuildServiceProvider();

        services.GetRequiredService<IImportLedger>().ShouldBeSameAs(own);
    }

    private sealed class Fixture : IImportLedgerFixture
    {
        private readonly InMemoryImportLedger _ledger = new();

        public ValueTask<IImportLedger> OpenAsync(CancellationToken cancellationToken = default) => new(_ledger);

        public ValueTask CloseAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
