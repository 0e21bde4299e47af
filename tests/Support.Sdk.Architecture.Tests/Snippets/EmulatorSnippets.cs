using Support.Sdk.Emulators.Faults;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Testing;

namespace Support.Sdk.Architecture.Snippets;

internal static class EmulatorSnippets
{
    public static async Task Run(string meetingId)
    {
        #region Emulators
        var clock = new ManualTimeProvider();
        await using var webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = clock });
        var anna = webex.AddUser("anna@example.com", "Anna Adams");

        // The client under test: base address webex.ApiAddress, bearer token anna.AccessToken.
        webex.Faults.On("POST", "/v1/meetings").Times(2).Respond(429, RetryAfter.Malformed);
        webex.Faults.On("POST", "/v1/meetings").CutAfterCommit();   // done, but the client sees a reset

        var instance = webex.Meetings.Start(meetingId);             // the host clicks "start"
        webex.Webhooks.Faults.On("meetings.started").Duplicate();
        await webex.Webhooks.DeliverDueAsync();                     // real POSTs, signed as the vendor signs

        webex.Requests.Matching("POST", "/v1/meetings");            // what arrived, what was answered, which fault struck
        clock.Advance(TimeSpan.FromDays(14));                       // the token is stale, the meeting expired
        #endregion
    }
}
