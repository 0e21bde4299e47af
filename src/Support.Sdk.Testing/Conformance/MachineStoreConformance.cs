namespace Support.Sdk.Testing.Conformance;

/// <summary>Checks that an <see cref="Support.Sdk.Stores.IMachineStore"/> keeps every promise of the port.</summary>
/// <remarks>Immutable and thread-safe. Uses no clock and no test framework; instants are passed in.</remarks>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Names => new(MachineStoreConformance.Cases.Select(c => c.Name));
///
/// [Theory, MemberData(nameof(Names))]
/// public async Task Store_Keeps(string name)
/// {
///     await using var fixture = new MyStoreFixture();
///     await MachineStoreConformance.Find(name).RunAsync(fixture, TestContext.Current.CancellationToken);
/// }
/// </code>
/// </example>
public static class MachineStoreConformance
{
    /// <summary>All cases, in the order of the port.</summary>
    public static IReadOnlyList<ConformanceCase<IMachineStoreFixture>> Cases { get; } =
    [
        .. CommitCases.All,
        .. ClaimCases.All,
        .. IndexCases.All,
        .. HistoryCases.All,
        .. EffectLeaseCases.All,
        .. EffectOutcomeCases.All,
        .. FailedEffectCases.All,
        .. DeadlineCases.All,
        .. NextDueCases.All,
        .. ChangeCases.All,
        .. WatchCases.All,
        .. ParallelCases.All,
        .. ArgumentCases.All,
        .. CancellationCases.All,
    ];

    /// <summary>Finds a case by its name.</summary>
    /// <exception cref="ArgumentException">No case has that name.</exception>
    public static ConformanceCase<IMachineStoreFixture> Find(string name) =>
        Cases.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"No case is named '{name}'; see {nameof(Cases)}.", nameof(name));
}
