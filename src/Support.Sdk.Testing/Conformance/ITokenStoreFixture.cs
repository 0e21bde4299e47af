using Support.Sdk.Tokens;

namespace Support.Sdk.Testing.Conformance;

/// <summary>Gives a conformance case access to one empty token store.</summary>
public interface ITokenStoreFixture
{
    /// <summary>Opens another handle on the same data, as another process would have; a store that only lives in one object returns that object each time.</summary>
    /// <remarks>The fixture owns the handles and closes them when the case is over.</remarks>
    ValueTask<ITokenStore> OpenAsync(CancellationToken cancellationToken = default);
}
