namespace Support.Sdk.Webex.Meetings;

internal sealed class SitesAnswer
{
    public IReadOnlyList<MeetingSite>? Sites { get; init; }
}
