namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A requester whom Zendesk finds by e-mail address, or creates.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="LocaleId">The locale of a new user, or <see langword="null"/>.</param>
public sealed record NewRequester(string Name, string Email, long? LocaleId = null)
{
    /// <summary>The type's name; no personal data.</summary>
    public override string ToString() => nameof(NewRequester);
}
