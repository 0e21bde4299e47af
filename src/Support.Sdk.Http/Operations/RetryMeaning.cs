namespace Support.Sdk.Http;

/// <summary>What repeating an operation would mean; it decides, together with the outcome, whether an attempt is repeated.</summary>
/// <remarks>The complete table stands in <see cref="RetryDecision"/>.</remarks>
public enum RetryMeaning
{
    /// <summary>Never repeated, whatever the outcome. What an undeclared <c>POST</c> or <c>PATCH</c> gets.</summary>
    Never = 0,

    /// <summary>Changes nothing at the vendor; repeated after every transient outcome.</summary>
    Safe,

    /// <summary>Doing it twice has the effect of doing it once; repeated after every transient outcome.</summary>
    Idempotent,

    /// <summary>Sends an idempotency key, the same on every attempt, by which the vendor recognises a repetition; repeated after every transient outcome.</summary>
    Keyed,

    /// <summary>
    /// Doing it twice does it twice. Repeated only when the vendor surely did not act: no connection was made, or the vendor turned the
    /// request away (429, 503 with <c>Retry-After</c>, …). Otherwise the caller must look first whether it took effect.
    /// </summary>
    ProbeBeforeRetry,
}
