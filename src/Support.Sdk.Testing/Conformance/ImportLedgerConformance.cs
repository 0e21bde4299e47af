namespace Support.Sdk.Testing.Conformance;

/// <summary>Checks that an <see cref="Support.Sdk.Webinars.IImportLedger"/> keeps every promise of the port.</summary>
/// <remarks>Immutable and thread-safe. Uses no clock and no test framework; instants are passed in. Used as <see cref="MachineStoreConformance"/> is.</remarks>
public static class ImportLedgerConformance
{
    /// <summary>All cases, in the order of the port.</summary>
    public static IReadOnlyList<ConformanceCase<IImportLedgerFixture>> Cases { get; } =
    [
        .. ImportChunkCases.All,
        .. LedgerEntryCases.All,
        .. LedgerReadingCases.All,
        .. LedgerParallelCases.All,
        .. LedgerFenceCases.All,
        .. LedgerArgumentCases.All,
    ];

    /// <summary>Finds a case by its name.</summary>
    /// <exception cref="ArgumentException">No case has that name.</exception>
    public static ConformanceCase<IImportLedgerFixture> Find(string name) =>
        Cases.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"No case is named '{name}'; see {nameof(Cases)}.", nameof(name));
}
