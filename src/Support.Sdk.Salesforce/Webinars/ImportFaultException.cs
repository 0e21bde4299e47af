using Support.Sdk.Failures;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>What the import asks for cannot be done by Salesforce, whatever the records are.</summary>
internal sealed class ImportFaultException(string message) : Exception(message), IVendorFailure
{
    public FailureKind Kind => FailureKind.Refused;

    public TimeSpan? RetryAfter => null;

    public string Description => Message;
}
