using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

/// <summary>Gives a conformance case access to one empty store.</summary>
public interface IMachineStoreFixture
{
    /// <summary>Opens another handle on the same data, as another process would have; a store that only lives in one object returns that object each time.</summary>
    /// <remarks>The fixture owns the handles and closes them when the case is over. A handle that polls for the commits of others should poll often.</remarks>
    ValueTask<IMachineStore> OpenAsync(CancellationToken cancellationToken = default);
}
