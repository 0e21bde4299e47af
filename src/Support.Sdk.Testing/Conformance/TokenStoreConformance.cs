namespace Support.Sdk.Testing.Conformance;

/// <summary>Checks that an <see cref="Support.Sdk.Tokens.ITokenStore"/> keeps every promise of the port.</summary>
/// <remarks>Immutable and thread-safe. Uses no clock and no test framework. Used as <see cref="MachineStoreConformance"/> is.</remarks>
public static class TokenStoreConformance
{
    /// <summary>All cases.</summary>
    public static IReadOnlyList<ConformanceCase<ITokenStoreFixture>> Cases { get; } = [.. TokenCases.All];

    /// <summary>Finds a case by its name.</summary>
    /// <exception cref="ArgumentException">No case has that name.</exception>
    public static ConformanceCase<ITokenStoreFixture> Find(string name) =>
        Cases.FirstOrDefault(one => one.Name == name) ?? throw new ArgumentException($"No case is named '{name}'; see {nameof(Cases)}.", nameof(name));
}
