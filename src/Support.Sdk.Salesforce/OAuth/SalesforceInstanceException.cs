using Support.Sdk.Failures;

namespace Support.Sdk.Salesforce;

/// <summary>Salesforce gave tokens of another org than the configured one; they were thrown away, nothing was sent with them.</summary>
/// <remarks>Happens when a person consents while signed in to another org, or when the org's My Domain was renamed.</remarks>
public sealed class SalesforceInstanceException : Exception, IVendorFailure
{
    /// <summary>Creates the exception.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="expected">The configured address.</param>
    /// <param name="actual">The <c>instance_url</c> of the token answer; <see langword="null"/> when it was none.</param>
    public SalesforceInstanceException(string account, Uri expected, Uri? actual)
        : base($"The tokens given to the Salesforce account '{account}' belong to {Show(actual)}, not to {Show(expected)}. Sign in to the right org, or correct MyDomain (or InstanceAddress).")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The configured address.</summary>
    public Uri Expected { get; }

    /// <summary>The address the tokens are for; <see langword="null"/> when the answer named none that is an address.</summary>
    public Uri? Actual { get; }

    /// <inheritdoc />
    /// <remarks>Always <see cref="FailureKind.Reauthorization"/>.</remarks>
    public FailureKind Kind => FailureKind.Reauthorization;

    /// <inheritdoc />
    /// <remarks>Always <see langword="null"/>: waiting does not help.</remarks>
    public TimeSpan? RetryAfter => null;

    /// <inheritdoc />
    public string Description => Message;

    private static string Show(Uri? address) => address?.GetLeftPart(UriPartial.Authority) ?? "an unknown org";
}
