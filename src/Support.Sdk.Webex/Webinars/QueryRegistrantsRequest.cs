using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Which registrants to look up by their addresses.</summary>
public sealed record QueryRegistrantsRequest
{
    /// <summary>The series; the service takes neither occurrences nor instances here.</summary>
    [JsonIgnore]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Items per page, 1 to 100; the service takes 10 by default.</summary>
    [JsonIgnore]
    public int? PageSize { get; init; }

    /// <summary>Whether only the current occurrence of the series is meant; the service takes the whole series by default.</summary>
    [JsonIgnore]
    public bool? Current { get; init; }

    /// <summary>Whose webinar; needs administrator scopes.</summary>
    [JsonIgnore]
    public string? HostEmail { get; init; }

    /// <summary>The addresses; at least one. The service names no greatest number.</summary>
    public IReadOnlyList<string> Emails { get; init => field = value ?? []; } = [];

    /// <summary>Only those of this status.</summary>
    public RegistrantStatus? Status { get; init; }

    /// <summary>By what they are ordered; the service takes the time of registration by default.</summary>
    public RegistrantOrder? OrderBy { get; init; }

    /// <summary>Which way they are ordered.</summary>
    public SortDirection? OrderType { get; init; }

    /// <summary>MeetingId and how many addresses; nothing personal.</summary>
    public override string ToString() => $"QueryRegistrantsRequest {{ MeetingId = {MeetingId}, Emails = {Emails.Count} }}";
}
