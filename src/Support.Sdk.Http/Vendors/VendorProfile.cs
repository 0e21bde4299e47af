namespace Support.Sdk.Http;

/// <summary>What the pipeline must know about a vendor; a vendor's package supplies one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class VendorProfile
{
    /// <summary>The vendor in lower case, such as <c>webex</c>: part of telemetry, token keys and client names.</summary>
    public required string Vendor { get; init; }

    /// <summary>Reads the vendor's error answers.</summary>
    public required IErrorReader ErrorReader { get; init; }

    /// <summary>Reads the vendor's rate-limit headers; <see langword="null"/> when it has none besides <c>Retry-After</c>.</summary>
    public IRateLimitReader? RateLimitReader { get; init; }

    /// <summary>The header of the idempotency key; <see langword="null"/> when the vendor knows none (then no operation may be <see cref="RetryMeaning.Keyed"/>).</summary>
    public string? IdempotencyKeyHeader { get; init; }

    /// <summary>The header in which the vendor takes an id of the call for its own logs (Webex: <c>TrackingID</c>); <see langword="null"/> when there is none.</summary>
    public string? OperationIdHeader { get; init; }

    /// <summary>Hosts besides that of the base address that may receive the credentials, in lower case (other hosts never do). Default none.</summary>
    public IReadOnlyCollection<string> TrustedHosts { get; init; } = [];
}
