using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Emulators.Tests.Webex;

public sealed class WebexPreferencesTests : WebexTest
{
    private const string Room = """
        {"topic":"Help","hostPin":"9573","enabledAutoLock":true,"autoLockMinutes":5,"enabledNotifyHost":false,"supportCoHost":false,"coHosts":[]}
        """;

    [Fact]
    public async Task PersonalRoom_OfAUserWithOne_HasItsLink() =>
        (await GetAsync("meetingPreferences/personalMeetingRoom"))["personalMeetingRoomLink"].ShouldBe("https://emulated.webex.com/meet/anna");

    [Fact]
    public async Task PersonalRoom_OfAUserWithoutOne_Answers404AndIsAbsentFromThePreferences()
    {
        var roomless = Webex.AddUser("dora@example.com", "Dora", new WebexUserSeed { PersonalRoom = false });

        (await GetAsync("meetingPreferences/personalMeetingRoom", roomless.AccessToken)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync("meetingPreferences", roomless.AccessToken)).Json!["personalMeetingRoom"].ShouldBeNull();
    }

    [Fact]
    public async Task UpdatePersonalRoom_Valid_IsKept()
    {
        (await PutAsync("meetingPreferences/personalMeetingRoom", Room)).Status.ShouldBe(HttpStatusCode.OK);

        var room = await GetAsync("meetingPreferences/personalMeetingRoom");
        room["topic"].ShouldBe("Help");
        room["hostPin"].ShouldBe("9573");
    }

    [Theory]
    [InlineData("\"9573\"", "\"1234\"")]
    [InlineData("\"9573\"", "\"4321\"")]
    [InlineData("\"9573\"", "\"1111\"")]
    [InlineData("\"9573\"", "\"95a3\"")]
    [InlineData("\"autoLockMinutes\":5", "\"autoLockMinutes\":7")]
    [InlineData("\"topic\":\"Help\"", "\"topic\":\"\"")]
    [InlineData(",\"coHosts\":[]", "")]
    [InlineData("\"enabledAutoLock\":true", "\"enabledAutoLock\":\"yes\"")]
    public async Task UpdatePersonalRoom_Invalid_IsRefusedAndChangesNothing(string valid, string invalid)
    {
        (await PutAsync("meetingPreferences/personalMeetingRoom", Room.Replace(valid, invalid))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await GetAsync("meetingPreferences/personalMeetingRoom"))["hostPin"].ShouldBe("4325");
    }

    [Fact]
    public async Task Preferences_OfAnotherUser_AreForAdministratorsOnly()
    {
        var refused = await GetAsync("meetingPreferences?userEmail=ben@example.com");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Description.ShouldBe((string)WebexSpec.Sample("meeting-preferences.403.error.json")["errors"]![0]!["description"]!);

        var admin = Webex.AddUser("root@example.com", "Root", new WebexUserSeed { IsAdministrator = true });
        var stranger = Webex.AddUser("carl@other.example", "Carl", new WebexUserSeed { OrganizationId = Webex.AddOrganization() });
        (await GetAsync("meetingPreferences/personalMeetingRoom?userEmail=ben@example.com", admin.AccessToken))["personalMeetingRoomLink"].ShouldBe(Ben.PersonalRoomLink);
        (await GetAsync("meetingPreferences?userEmail=" + stranger.Email, admin.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Sites_DefaultChanged_FollowsTheChange()
    {
        var user = Webex.AddUser("dora@example.com", "Dora", new WebexUserSeed { SiteUrls = ["one.webex.com", "two.webex.com"] });

        (await PutAsync("meetingPreferences/sites?defaultSite=true", """{"siteUrl":"two.webex.com"}""", user.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);

        var sites = (await GetAsync("meetingPreferences/sites", user.AccessToken)).Json!["sites"]!.AsArray();
        sites.Select(site => ((string)site!["siteUrl"]!, (bool)site["default"]!)).ShouldBe([("one.webex.com", false), ("two.webex.com", true)]);
    }

    [Fact]
    public void PersonalRoomLink_SameNameInTwoAddresses_IsStillOnesOwn()
    {
        var namesake = Webex.AddUser("anna@other.example", "Anna Other");

        namesake.PersonalRoomLink.ShouldBe("https://emulated.webex.com/meet/anna.2");
    }
}
