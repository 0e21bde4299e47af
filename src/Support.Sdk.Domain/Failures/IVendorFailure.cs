namespace Support.Sdk.Failures;

/// <summary>Implemented by the exceptions of vendor clients, so that workflows can tell what a failure means without knowing the client.</summary>
public interface IVendorFailure
{
    /// <summary>What the failure means.</summary>
    FailureKind Kind { get; }

    /// <summary>How long the vendor asked to wait; <see langword="null"/> when it did not say.</summary>
    TimeSpan? RetryAfter { get; }

    /// <summary>A description without secrets, with the vendor's code and tracking id where there are any.</summary>
    string Description { get; }
}
