using System.Text.Json.Serialization;
using Support.Sdk.Sessions;

namespace Support.Sdk.ServiceDesk;

/// <summary>The end user's permission to connect (SES-05).</summary>
public sealed record ServiceDeskAccess
{
    /// <summary><c>none</c>, <c>requested</c>, <c>granted</c> or <c>connected</c>.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<SessionAccessStatus>))]
    public required SessionAccessStatus Status { get; init; }

    /// <summary>The request that is open or was granted; <see langword="null"/> when there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The technician who asked; <see langword="null"/> when there is no request.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Until when the end user can answer (UTC); <see langword="null"/> unless a request is open.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>The technicians connected now.</summary>
    public IReadOnlyList<string> Connected { get => field ?? []; init; }

    /// <summary>What became of the last request; <see langword="null"/> before the first answer.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<ConsentOutcome>))]
    public ConsentOutcome? LastOutcome { get; init; }
}
