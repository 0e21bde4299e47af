using Support.Sdk.Http;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The operations of <c>/meetingPreferences</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scopes: <c>meeting:preferences_read</c> and <c>_write</c>.</remarks>
public class MeetingPreferencesClient
{
    private static readonly VendorOperation Get = new("webex.preferences.get", RetryMeaning.Safe);
    private static readonly VendorOperation GetRoom = new("webex.preferences.room", RetryMeaning.Safe);
    private static readonly VendorOperation GetSites = new("webex.preferences.sites", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal MeetingPreferencesClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected MeetingPreferencesClient() => _webex = null!;

    /// <summary>Reads all meeting settings.</summary>
    /// <param name="of">Whose; <see langword="null"/> for the token's owner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MeetingPreferences> GetAsync(PreferencesOf? of = null, CancellationToken cancellationToken = default) =>
        _webex.SendAsync(VendorRequest.Get(Get, Of(VendorPath.Of($"meetingPreferences"), of)), WebexJson.Default.MeetingPreferences, cancellationToken);

    /// <summary>Reads the Personal Room.</summary>
    /// <param name="of">Whose; <see langword="null"/> for the token's owner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<PersonalMeetingRoom> GetPersonalMeetingRoomAsync(PreferencesOf? of = null, CancellationToken cancellationToken = default) =>
        _webex.SendAsync(
            VendorRequest.Get(GetRoom, Of(VendorPath.Of($"meetingPreferences/personalMeetingRoom"), of)), WebexJson.Default.PersonalMeetingRoom, cancellationToken);

    /// <summary>Reads the sites a user belongs to.</summary>
    /// <param name="of">Whose; <see langword="null"/> for the token's owner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<IReadOnlyList<MeetingSite>> GetSitesAsync(PreferencesOf? of = null, CancellationToken cancellationToken = default)
    {
        var request = VendorRequest.Get(GetSites, Of(VendorPath.Of($"meetingPreferences/sites"), of));
        var answer = await _webex.SendAsync(request, WebexJson.Default.SitesAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Sites ?? [];
    }

    private static VendorPath Of(VendorPath path, PreferencesOf? of) => path.Query("userEmail", of?.UserEmail).Query("siteUrl", of?.SiteUrl);
}
