using Support.Sdk.Stores;
using Support.Sdk.Testing.Conformance;

namespace Support.Sdk.Tests.Stores;

public sealed class InMemoryMachineStoreTests
{
    public static TheoryData<string> Names => [.. MachineStoreConformance.Cases.Select(one => one.Name)];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public Task Store_KeepsThePromise(string name) =>
        MachineStoreConformance.Find(name).RunAsync(new Fixture(), TestContext.Current.CancellationToken);

    private sealed class Fixture : IMachineStoreFixture
    {
        private readonly InMemoryMachineStore _store = new();

        public ValueTask<IMachineStore> OpenAsync(CancellationToken cancellationToken = default) => new(_store);
    }
}
