using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>What the values of a body must be like, as far as no machine has a refusal for it.</summary>
internal static class BodyRules
{
    private static readonly long MaxSeconds = (long)TimeSpan.FromDays(3650).TotalSeconds;

    /// <summary>The first field whose value cannot be meant, by its path; <see langword="null"/> when all is well.</summary>
    public static string? FindFault(object body) => body switch
    {
        ServiceDeskCreateSession { Channel: var channel, Id: var id } => Identifiers.IsChannelId(channel) ? Optional(id, "id") : "channel",
        ServiceDeskTechnicianChoice choice => Required(choice.Technician, "technician"),
        ServiceDeskTransfer { Technician: { } technician, Channel: null } => Required(technician, "technician"),
        ServiceDeskTransfer { Technician: null, Channel: { } channel } => Identifiers.IsChannelId(channel) ? null : "channel",
        ServiceDeskTransfer => "technician",
        ServiceDeskRequestAccess request => Optional(request.RequestId, "requestId"),
        ServiceDeskAddNote note => Optional(note.NoteId, "noteId"),
        ServiceDeskCreateChannel channel => Identifiers.IsChannelId(channel.Id) ? Settings(channel.Settings, "settings.") : "id",
        ServiceDeskChannelSettings settings => Settings(settings, ""),
        ServiceDeskEnter { Pin: not null, Link: null } or ServiceDeskEnter { Pin: null, Link: not null } => null,
        ServiceDeskEnter => "pin",
        ServiceDeskEndUserDevice device => Required(device.DeviceId, "deviceId"),
        ServiceDeskAnswer answer => Required(answer.DeviceId, "deviceId") ?? Required(answer.RequestId, "requestId"),
        _ => null,
    };

    private static string? Required(string value, string field) => Identifiers.IsId(value) ? null : field;

    private static string? Optional(string? value, string field) => value is null || Identifiers.IsId(value) ? null : field;

    private static string? Settings(ServiceDeskChannelSettings settings, string path) =>
        settings.TimeOutSeconds < 1 || settings.TimeOutSeconds > MaxSeconds ? $"{path}timeOutSeconds"
        : settings.ConsentTimeOutSeconds < 1 || settings.ConsentTimeOutSeconds > MaxSeconds ? $"{path}consentTimeOutSeconds"
        : settings.Capacity is < 1 or > ChannelSettings.MaxCapacity ? $"{path}capacity"
        : null;
}
