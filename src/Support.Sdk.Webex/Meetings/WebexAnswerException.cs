using Support.Sdk.Failures;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Webex answered with success, but left out what cannot be done without.</summary>
internal sealed class WebexAnswerException(string message) : Exception(message), IVendorFailure
{
    public FailureKind Kind => FailureKind.Refused;

    public TimeSpan? RetryAfter => null;

    public string Description => Message;
}
