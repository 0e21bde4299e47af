using Support.Sdk.Failures;

namespace Support.Sdk.Webinars;

/// <summary>An import cannot go on as things are: what it was started with is gone or has changed.</summary>
internal sealed class ImportImpossibleException(string description) : Exception(description), IVendorFailure
{
    public FailureKind Kind => FailureKind.Refused;

    public TimeSpan? RetryAfter => null;

    public string Description => Message;
}
