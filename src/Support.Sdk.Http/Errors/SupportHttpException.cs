using Support.Sdk.Failures;

namespace Support.Sdk.Http;

/// <summary>What every failed call to a vendor has in common.</summary>
/// <remarks>Holds no credential, no header and no query string; messages are safe to log.</remarks>
public abstract class SupportHttpException : Exception, IVendorFailure
{
    private protected SupportHttpException(FailedCall call, string message, Exception? innerException)
        : base(message, innerException) => Call = call;

    /// <summary>Which call failed.</summary>
    public FailedCall Call { get; }

    /// <summary>The vendor in lower case, such as <c>webex</c>.</summary>
    public string Vendor => Call.Vendor;

    /// <summary>The named account of the host application; empty for the default one.</summary>
    public string Account => Call.Account;

    /// <summary>The name of the operation, such as <c>webex.meetings.create</c>.</summary>
    public string Operation => Call.Operation;

    /// <summary>Whether the same call may well succeed later.</summary>
    public virtual bool IsTransient => false;

    /// <summary>How long to wait before trying again; <see langword="null"/> when nobody said.</summary>
    public virtual TimeSpan? RetryAfter => null;

    /// <inheritdoc />
    public virtual FailureKind Kind => IsTransient ? FailureKind.Transient : FailureKind.Refused;

    /// <inheritdoc />
    /// <remarks>The message.</remarks>
    public string Description => Message;
}
