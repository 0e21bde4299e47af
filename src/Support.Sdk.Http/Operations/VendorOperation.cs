namespace Support.Sdk.Http;

/// <summary>One operation of a vendor's API, as its typed client declares it: a name for telemetry and errors, and what a repetition means.</summary>
/// <remarks>Immutable and thread-safe; declared once, in a static field, beside the method that uses it.</remarks>
public sealed class VendorOperation
{
    /// <summary>Declares an operation.</summary>
    /// <param name="name">A stable name of low cardinality: <c>vendor.area.verb</c>, such as <c>webex.meetings.create</c>.</param>
    /// <param name="retry">What a repetition means.</param>
    /// <param name="rateLimitBucket">The vendor's name for the limit this operation consumes besides the account's, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    public VendorOperation(string name, RetryMeaning retry, string? rateLimitBucket = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Retry = retry;
        RateLimitBucket = rateLimitBucket;
    }

    /// <summary>The stable name.</summary>
    public string Name { get; }

    /// <summary>What a repetition means.</summary>
    public RetryMeaning Retry { get; }

    /// <summary>The rate-limit bucket of this operation, as <see cref="RateLimitReading.Bucket"/> names it; <see langword="null"/> when only the account's limit counts.</summary>
    public string? RateLimitBucket { get; }

    /// <summary>Whether the last segment of the operation's addresses is a value, such as an e-mail address, that stands in no error and no log.</summary>
    /// <value>False by default: paths are shown as they are, without their query.</value>
    public bool HidesLastSegment { get; init; }

    /// <summary>The path of one of the operation's addresses as errors and logs show it: without host and query, with <c>***</c> for what is hidden.</summary>
    /// <param name="address">The absolute address; <see langword="null"/> gives an empty path.</param>
    public string PathOf(Uri? address)
    {
        var path = address?.AbsolutePath ?? "";
        return HidesLastSegment ? string.Concat(path.AsSpan(0, path.LastIndexOf('/') + 1), "***") : path;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
