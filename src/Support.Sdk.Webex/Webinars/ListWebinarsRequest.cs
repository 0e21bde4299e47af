namespace Support.Sdk.Webex.Webinars;

/// <summary>Which webinars to list.</summary>
public sealed record ListWebinarsRequest
{
    /// <summary>The beginning of the range, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the range, exclusive; not before <see cref="From"/>.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Items per page, 1 to 100; the service takes 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whose webinars; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The site; by default all of the user's.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>IANA name of the time zone of the times in the answer; <c>UTC</c> by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>The range; nothing personal.</summary>
    public override string ToString() => FormattableString.Invariant($"ListWebinarsRequest {{ From = {From:O}, To = {To:O} }}");
}
