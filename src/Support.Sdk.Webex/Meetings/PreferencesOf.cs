namespace Support.Sdk.Webex.Meetings;

/// <summary>Whose meeting settings.</summary>
public sealed record PreferencesOf
{
    /// <summary>Another user; needs administrator scopes.</summary>
    public string? UserEmail { get; init; }

    /// <summary>The site; by default the user's default one.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>SiteUrl; nothing personal.</summary>
    public override string ToString() => $"PreferencesOf {{ SiteUrl = {SiteUrl} }}";
}
