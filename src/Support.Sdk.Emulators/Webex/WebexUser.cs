namespace Support.Sdk.Emulators.Webex;

/// <summary>A user of the emulated service, as seeded.</summary>
/// <remarks>Immutable but for its personal room's options, which belong to the emulator.</remarks>
public sealed class WebexUser
{
    internal WebexUser(Guid uuid, string organizationId, string email, string displayName, IReadOnlyList<string> siteUrls, string roomName, WebexUserSeed seed)
    {
        (Uuid, OrganizationId, Email, DisplayName, SiteUrls, RoomName, Seed) = (uuid, organizationId, email, displayName, siteUrls, roomName, seed);
        Id = WebexId.Of("PEOPLE", uuid);
        DefaultSite = siteUrls.Count > 0 ? siteUrls[0] : null;
    }

    /// <summary>The person id, as the API gives it.</summary>
    public string Id { get; }

    /// <summary>The organisation id, as the API gives it.</summary>
    public string OrganizationId { get; }

    /// <summary>The e-mail address.</summary>
    public string Email { get; }

    /// <summary>The full name.</summary>
    public string DisplayName { get; }

    /// <summary>The meeting sites; empty without a licence to host.</summary>
    public IReadOnlyList<string> SiteUrls { get; }

    /// <summary>Link of the personal meeting room, or <see langword="null"/> without one.</summary>
    public string? PersonalRoomLink => Seed.PersonalRoom && DefaultSite is { } site ? $"https://{site}/meet/{RoomName}" : null;

    /// <summary>An access token issued when the user was added.</summary>
    public string AccessToken { get; internal set; } = "";

    /// <summary>The refresh token that belongs to <see cref="AccessToken"/>.</summary>
    public string RefreshToken { get; internal set; } = "";

    internal Guid Uuid { get; }

    /// <summary>The name of the personal room in its link: that of the address, made unique.</summary>
    internal string RoomName { get; }

    internal WebexUserSeed Seed { get; }

    internal string? DefaultSite { get; set; }

    internal PersonalRoomOptions Room { get; } = new();

    internal string FirstName => DisplayName.Split(' ')[0];

    internal string LastName => DisplayName.Contains(' ', StringComparison.Ordinal) ? DisplayName[(DisplayName.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";

    /// <summary>Name and address; never a token.</summary>
    public override string ToString() => $"{DisplayName} <{Email}>";
}
