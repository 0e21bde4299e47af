namespace Support.Sdk.ServiceDesk;

/// <summary>The Service Desk refused, and the caller asked for an exception instead of a value.</summary>
public sealed class ServiceDeskRefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="refusal">Why it was refused.</param>
    public ServiceDeskRefusedException(ServiceDeskRefusal refusal)
        : base(Describe(refusal)) => Refusal = refusal;

    /// <summary>Why it was refused.</summary>
    public ServiceDeskRefusal Refusal { get; }

    private static string Describe(ServiceDeskRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return $"The Service Desk refused [{refusal.Code}]: {refusal.Text}";
    }
}
