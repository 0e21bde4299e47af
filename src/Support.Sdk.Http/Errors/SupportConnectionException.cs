namespace Support.Sdk.Http;

/// <summary>No (complete) answer came from the vendor.</summary>
public sealed class SupportConnectionException : SupportHttpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">Why no answer came.</param>
    /// <param name="mayHaveBeenReceived">Whether the vendor may have acted on the request.</param>
    /// <param name="retryAfter">How long to wait before trying again, or <see langword="null"/>.</param>
    /// <param name="innerException">What the transport reported, or <see langword="null"/>.</param>
    public SupportConnectionException(
        FailedCall call, ConnectionFailure failure, bool mayHaveBeenReceived, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(NotNull(call), Describe(call, failure, mayHaveBeenReceived), innerException)
    {
        Failure = failure;
        MayHaveBeenReceived = mayHaveBeenReceived;
        RetryAfter = retryAfter;
    }

    /// <summary>Why no answer came.</summary>
    public ConnectionFailure Failure { get; }

    /// <summary>Whether the vendor may have acted on the request: look before repeating what must not happen twice.</summary>
    public bool MayHaveBeenReceived { get; }

    /// <inheritdoc />
    public override TimeSpan? RetryAfter { get; }

    /// <inheritdoc />
    /// <remarks>True except for <see cref="ConnectionFailure.ResponseTooLarge"/>.</remarks>
    public override bool IsTransient => Failure != ConnectionFailure.ResponseTooLarge;

    private static FailedCall NotNull(FailedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call;
    }

    private static string Describe(FailedCall call, ConnectionFailure failure, bool mayHaveBeenReceived)
    {
        var reason = failure switch
        {
            ConnectionFailure.NotConnected => "no connection could be made",
            ConnectionFailure.Interrupted => "the connection broke",
            ConnectionFailure.AttemptTimedOut => "the attempt timed out",
            ConnectionFailure.TotalTimedOut => "the call timed out",
            ConnectionFailure.CircuitOpen => "the circuit is open after too many failures",
            ConnectionFailure.RateLimited => "the rate limit holds it back for longer than its time-out",
            _ => "the answer is too large",
        };
        var received = mayHaveBeenReceived ? "The vendor may have received the request." : "The vendor has not acted on the request.";
        return $"{call.Operation} got no answer to {call.Method} {call.Path} after {call.Attempts} attempt(s): {reason}. {received}";
    }
}
