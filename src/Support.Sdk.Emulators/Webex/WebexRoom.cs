namespace Support.Sdk.Emulators.Webex;

/// <summary>A space, as far as meetings need one.</summary>
internal sealed record WebexRoom(string Id, string Title, IReadOnlyList<WebexUser> Members, bool Direct);
