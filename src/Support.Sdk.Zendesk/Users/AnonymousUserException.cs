using Support.Sdk.Failures;

namespace Support.Sdk.Zendesk.Users;

/// <summary>Zendesk answered with success, but knows the caller as nobody: the credentials were not taken (fact sheet 2.3).</summary>
public sealed class AnonymousUserException : Exception, IVendorFailure
{
    /// <summary>Creates the exception.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    public AnonymousUserException(string account)
        : base($"Zendesk account '{account}' answered as to an anonymous visitor: its credentials are missing or not valid. Authorise it again.") =>
        Account = account;

    /// <summary>The named account; empty for the default one.</summary>
    public string Account { get; }

    /// <inheritdoc />
    public FailureKind Kind => FailureKind.Reauthorization;

    /// <inheritdoc />
    public TimeSpan? RetryAfter => null;

    /// <inheritdoc />
    public string Description => Message;
}
