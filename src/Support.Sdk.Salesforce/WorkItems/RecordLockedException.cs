using Support.Sdk.Failures;

namespace Support.Sdk.Salesforce.WorkItems;

/// <summary>Somebody else's transaction holds the record: 400 by its status, but it passes (fact sheet 3).</summary>
internal sealed class RecordLockedException(SupportRequestException cause) : Exception(cause.Message, cause), IVendorFailure
{
    public FailureKind Kind => FailureKind.Transient;

    public TimeSpan? RetryAfter => null;

    public string Description => Message;
}
