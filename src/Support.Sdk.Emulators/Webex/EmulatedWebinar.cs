namespace Support.Sdk.Emulators.Webex;

/// <summary>A webinar that was added to the emulator.</summary>
/// <param name="SeriesId">The id of the series: of the form, registrants and invitees.</param>
/// <param name="InstanceId">The id of the ended instance, of the participants; <see langword="null"/> when it was not held yet.</param>
public sealed record EmulatedWebinar(string SeriesId, string? InstanceId);
