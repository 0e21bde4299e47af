namespace Support.Sdk.Testing.Conformance;

/// <summary>An implementation broke a promise of its port. The message says which and how.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The promise, what was expected and what was found.</param>
    /// <param name="innerException">What the implementation threw, if that is the breach.</param>
    public ConformanceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
