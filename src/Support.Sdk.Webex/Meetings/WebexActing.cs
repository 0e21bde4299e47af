namespace Support.Sdk.Webex.Meetings;

/// <summary>How the adapter acts for one host.</summary>
/// <param name="Client">The client, with the right tokens.</param>
/// <param name="HostEmail">What goes into <c>hostEmail</c> and <c>userEmail</c>; <see langword="null"/> when the tokens are the host's.</param>
/// <param name="Email">The address by which the host's own meetings are told from those of others; <see langword="null"/> when the account is the host.</param>
/// <param name="SiteUrl">The site, or <see langword="null"/>.</param>
/// <param name="SendEmail">Whether Webex mails.</param>
internal sealed record WebexActing(WebexClient Client, string? HostEmail, string? Email, string? SiteUrl, bool SendEmail);
