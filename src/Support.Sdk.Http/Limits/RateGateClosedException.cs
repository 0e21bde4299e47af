namespace Support.Sdk.Http;

/// <summary>The gate stays closed for longer than the caller has.</summary>
internal sealed class RateGateClosedException(TimeSpan opensIn) : Exception("The rate limit is exhausted.")
{
    public TimeSpan OpensIn => opensIn;
}
