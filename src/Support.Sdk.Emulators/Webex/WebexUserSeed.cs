namespace Support.Sdk.Emulators.Webex;

/// <summary>What is particular about a user to be added; the defaults make an ordinary host.</summary>
public sealed class WebexUserSeed
{
    /// <summary>Whether the user has a personal meeting room. Default <see langword="true"/>.</summary>
    public bool PersonalRoom { get; init; } = true;

    /// <summary>The meeting sites, the default one first. <see langword="null"/>: the emulator's site; empty: no licence to host.</summary>
    public IReadOnlyList<string>? SiteUrls { get; init; }

    /// <summary>Scopes of the token the user gets at once. <see langword="null"/>: <see cref="WebexScopes.User"/>, with the administrator's for one.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The organisation, from <see cref="WebexEmulator.AddOrganization"/>. <see langword="null"/>: the emulator's first.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Whether the user is an administrator of the organisation. Default <see langword="false"/>.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether the user may host webinars. Default <see langword="false"/>.</summary>
    public bool WebinarLicense { get; init; }

    /// <summary>The IANA time zone of the profile, or <see langword="null"/> for none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The integration whose token the user gets at once. <see langword="null"/>: the emulator's first.</summary>
    public WebexIntegration? Integration { get; init; }

    /// <summary>The kind of account: <c>person</c>, <c>bot</c> or <c>appuser</c>. Default <c>person</c>.</summary>
    public string Type { get; init; } = "person";
}
