using Support.Sdk.Webinars;

namespace Support.Sdk.Testing.Conformance;

/// <summary>Gives a conformance case access to one empty ledger of imports.</summary>
public interface IImportLedgerFixture
{
    /// <summary>Opens another handle on the same data, as another process would have; a ledger that only lives in one object returns that object each time.</summary>
    /// <remarks>The fixture owns the handles and closes them when the case is over.</remarks>
    ValueTask<IImportLedger> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Closes all handles, so that the next one finds only what is durable; a ledger that only lives in one object has nothing to do.</summary>
    ValueTask CloseAsync(CancellationToken cancellationToken = default);
}
