using Support.Sdk.Stores;
using Support.Sdk.Testing;
using Support.Sdk.Testing.Conformance;
using MyStore = Support.Sdk.Stores.InMemoryMachineStore;

namespace Support.Sdk.Architecture.Snippets;

#region StoreConformance
public sealed class MyStoreTests
{
    public static TheoryData<string> Names => [.. MachineStoreConformance.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_KeepsThePromise(string name) =>
        MachineStoreConformance.Find(name).RunAsync(new Fixture(), TestContext.Current.CancellationToken);

    private sealed class Fixture : IMachineStoreFixture
    {
        private readonly MyStore _store = new();

        public ValueTask<IMachineStore> OpenAsync(CancellationToken cancellationToken = default) => new(_store);
    }
}
#endregion

public sealed class ClockSnippets
{
    [Fact]
    public void Clock_MovedByHand_FiresWhatIsDue()
    {
        var fired = false;
        #region ManualClock
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        using var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromMinutes(5));   // fires the timer, in order, on this thread
        #endregion

        Assert.True(fired);
    }
}
