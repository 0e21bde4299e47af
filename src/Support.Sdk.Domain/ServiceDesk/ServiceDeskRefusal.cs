namespace Support.Sdk.ServiceDesk;

/// <summary>Why something is refused, for programs and in the caller's language for people.</summary>
public sealed record ServiceDeskRefusal
{
    /// <summary>The stable code, such as <c>sessions.already-assigned</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The text for people, in the language of the request's <c>Accept-Language</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The values by name, in the invariant culture: instants as ISO 8601 UTC; <see langword="null"/> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What would unblock it; <see langword="null"/> when nothing does.</summary>
    public IReadOnlyList<ServiceDeskRemedy>? Remedies { get; init; }

    /// <summary>When time alone no longer stands in the way (UTC); <see langword="null"/> when waiting does not help.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
