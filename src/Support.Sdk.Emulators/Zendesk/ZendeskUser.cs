namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A user of the emulated account. Immutable.</summary>
/// <param name="Id">The user's id; exceeds 32 bits, as the vendor's do.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The primary e-mail address; compared without case.</param>
/// <param name="Role">What the user may do.</param>
public sealed record ZendeskUser(long Id, string Name, string Email, ZendeskRole Role);
