namespace Support.Sdk.Webinars;

/// <summary>Where webinars and their participants come from. Registered by the provider's name as keyed service, such as <c>webex</c>.</summary>
/// <remarks>Implementations are thread-safe and throw faults as exceptions that implement <see cref="Failures.IVendorFailure"/>.</remarks>
public interface IWebinarSource
{
    /// <summary>Lists the webinars that overlap a range, past or to come.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="from">The beginning of the range, inclusive (UTC).</param>
    /// <param name="to">The end of the range, exclusive (UTC).</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<WebinarSummary> ListAsync(string account, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <summary>Reads what a webinar is; <see langword="null"/> when there is none with this id, or none that the account may see.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="webinarId">The webinar's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<WebinarSummary?> FindAsync(string account, string webinarId, CancellationToken cancellationToken = default);

    /// <summary>Reads the participants of a webinar, of one kind, in an order that a later reading keeps as long as nobody comes or goes.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="webinarId">The webinar's id.</param>
    /// <param name="kind">The kind of participants.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>Each participant as the provider sent it: one JSON value in UTF-8. It may be kept, and then keeps the page that it came with.</returns>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(string account, string webinarId, ParticipantKind kind, CancellationToken cancellationToken = default);
}
