using Support.Sdk.Failures;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>The consent behind an account's tokens is gone (revoked, expired, never given): somebody has to authorise the application again.</summary>
/// <remarks>Never repeated by the pipeline. The next call after new tokens were stored works again, without a restart.</remarks>
public sealed class ReauthorizationRequiredException : Exception, IVendorFailure
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">Whose consent is needed.</param>
    /// <param name="reason">Why, without any secret.</param>
    /// <param name="innerException">What the token endpoint answered, or <see langword="null"/>.</param>
    public ReauthorizationRequiredException(TokenKey key, string reason, Exception? innerException = null)
        : base($"{key.Vendor} account '{key.Account}'{(string.IsNullOrEmpty(key.Subject) ? "" : $", user '{key.Subject}'")} must be authorised again: {reason}", innerException) =>
        Key = key;

    /// <summary>Whose consent is needed: vendor, account and user.</summary>
    public TokenKey Key { get; }

    /// <inheritdoc />
    /// <remarks>Always <see cref="FailureKind.Reauthorization"/>.</remarks>
    public FailureKind Kind => FailureKind.Reauthorization;

    /// <inheritdoc />
    /// <remarks>Always <see langword="null"/>: waiting does not help.</remarks>
    public TimeSpan? RetryAfter => null;

    /// <inheritdoc />
    public string Description => Message;
}
