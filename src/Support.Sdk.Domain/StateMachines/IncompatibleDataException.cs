namespace Support.Sdk.StateMachines;

/// <summary>Stored data is of another machine, of a future version, of an unknown type, or damaged. Nothing was overwritten.</summary>
public sealed class IncompatibleDataException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why the data cannot be read.</param>
    /// <param name="message">What was found, what was expected, and the remedy.</param>
    /// <param name="innerException">What the JSON reader said, if it was asked.</param>
    public IncompatibleDataException(IncompatibilityReason reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the data cannot be read.</summary>
    public IncompatibilityReason Reason { get; }
}
