namespace Support.Sdk.Webex.Webinars;

/// <summary>Whose registrants to list.</summary>
/// <remarks>The service does not list by status; <see cref="QueryRegistrantsRequest"/> does, for known addresses.</remarks>
public sealed record ListRegistrantsRequest
{
    /// <summary>The series; the service takes neither occurrences nor instances here.</summary>
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>Items per page, 1 to 100; the service takes 10 by default. Take 100 for many.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whose webinar; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether only the current occurrence of the series is meant; the service takes the whole series by default.</summary>
    public bool? Current { get; init; }

    /// <summary>Only the registrant of this address.</summary>
    public string? Email { get; init; }

    /// <summary>Who registered at or after this. With one bound only, the service reads 7 days from it; both may lie 90 days apart at most.</summary>
    public DateTimeOffset? RegistrationTimeFrom { get; init; }

    /// <summary>Who registered before this.</summary>
    public DateTimeOffset? RegistrationTimeTo { get; init; }

    /// <summary>MeetingId and the range; nothing personal.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"ListRegistrantsRequest {{ MeetingId = {MeetingId}, From = {RegistrationTimeFrom:O}, To = {RegistrationTimeTo:O} }}");
}
