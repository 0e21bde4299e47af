namespace Support.Sdk.Emulators.Webex;

/// <summary>Someone registered for a seeded webinar.</summary>
internal sealed record WebinarRegistrant(int Index, string Id, string Status, DateTimeOffset RegisteredAt, WebinarPerson Person);
