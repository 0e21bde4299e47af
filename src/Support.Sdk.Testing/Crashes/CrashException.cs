namespace Support.Sdk.Testing;

/// <summary>The process died by plan. What catches it and goes on gets no further: every later step of the same plan throws it too.</summary>
public sealed class CrashException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="step">The step that was not taken.</param>
    public CrashException(string step)
        : base($"The process died by plan: {step}.")
    {
    }
}
