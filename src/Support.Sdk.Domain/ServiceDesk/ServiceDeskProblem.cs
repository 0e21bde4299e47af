namespace Support.Sdk.ServiceDesk;

/// <summary>The body of every answer that is no success: problem details (RFC 9457) with the refusal's code.</summary>
public sealed record ServiceDeskProblem
{
    /// <summary>The problem's type: <c>urn:support-sdk:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The meaning of the HTTP status, in English.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The text for people, in the language of the request's <c>Accept-Language</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>The stable code, such as <c>sessions.not-found</c> or <c>service-desk.malformed</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The field, header or parameter that is malformed; <see langword="null"/> when none is to blame.</summary>
    public string? Field { get; init; }

    /// <summary>The values by name, in the invariant culture; <see langword="null"/> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What would unblock the command; <see langword="null"/> when nothing does.</summary>
    public IReadOnlyList<ServiceDeskRemedy>? Remedies { get; init; }

    /// <summary>When time alone no longer stands in the way (UTC); <see langword="null"/> when waiting does not help.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
