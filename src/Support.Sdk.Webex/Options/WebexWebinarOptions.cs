namespace Support.Sdk.Webex;

/// <summary>What the import of webinars reads.</summary>
/// <remarks>Read with each call.</remarks>
public sealed class WebexWebinarOptions
{
    /// <summary>
    /// Of which status registrants are read, as Webex names it. The description of the import says only "registrants": that those who were rejected are none of them is
    /// this library's reading. Name <c>approved</c>, <c>pending</c> and <c>rejected</c> to have them all.
    /// </summary>
    /// <value>Default none, which stands for <c>approved</c> and <c>pending</c>. Who has no status is always read.</value>
    public IList<string> RegistrantStatuses { get; set; } = [];

    /// <summary>
    /// Whose webinars are read: with <see cref="WebexHostAccess.HostTokens"/> by that user's own tokens, with <see cref="WebexHostAccess.OnBehalf"/> on behalf of that
    /// user.
    /// </summary>
    /// <value>Default none: those of the account's own user. Not with <see cref="WebexHostAccess.Account"/>.</value>
    public string? HostEmail { get; set; }
}
