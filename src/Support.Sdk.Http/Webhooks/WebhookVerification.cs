namespace Support.Sdk.Http;

/// <summary>Whether a webhook comes from the vendor.</summary>
/// <remarks>The default value is a rejection: what nobody verified is not trusted.</remarks>
public readonly record struct WebhookVerification
{
    private readonly string? _reason;

    private WebhookVerification(bool isVerified, string? reason)
    {
        IsVerified = isVerified;
        _reason = reason;
    }

    /// <summary>The webhook is genuine.</summary>
    public static WebhookVerification Verified { get; } = new(true, null);

    /// <summary>Whether the webhook is genuine.</summary>
    public bool IsVerified { get; }

    /// <summary>Why not: one of <see cref="WebhookRejection"/>; <see langword="null"/> when genuine.</summary>
    public string? Reason => IsVerified ? null : _reason ?? WebhookRejection.NotVerified;

    /// <summary>The webhook is not to be trusted.</summary>
    /// <param name="reason">A stable code, such as those of <see cref="WebhookRejection"/>.</param>
    public static WebhookVerification Rejected(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(false, reason);
    }

    /// <summary><c>verified</c>, or the reason.</summary>
    public override string ToString() => Reason ?? "verified";
}
