namespace Support.Sdk.ServiceDesk;

/// <summary>The credential of an end user is the ticket of the session that he entered; the pipeline passes it as the subject of the call.</summary>
internal sealed class TicketSource : IAccessTokenSource
{
    public ValueTask<AccessToken> GetAsync(string subject = "", CancellationToken cancellationToken = default) =>
        new(new AccessToken(ServiceDeskConstants.TicketScheme, subject));

    /// <inheritdoc />
    /// <remarks>There is no other ticket: whoever's is rejected has to enter again.</remarks>
    public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, string subject = "", CancellationToken cancellationToken = default) => new(rejected);
}
