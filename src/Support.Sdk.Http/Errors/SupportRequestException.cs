using System.Net;
using Support.Sdk.Failures;

namespace Support.Sdk.Http;

/// <summary>The vendor answered, and refused or failed.</summary>
public sealed class SupportRequestException : SupportHttpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="error">What the answer says, already free of secrets.</param>
    /// <param name="retryAfter">The wait the vendor demands, or <see langword="null"/>.</param>
    /// <param name="body">The body, capped and free of secrets, or <see langword="null"/>.</param>
    /// <param name="innerException">Why the body could not be read, or <see langword="null"/>.</param>
    public SupportRequestException(
        FailedCall call,
        HttpStatusCode statusCode,
        VendorError error,
        TimeSpan? retryAfter = null,
        string? body = null,
        Exception? innerException = null)
        : base(NotNull(call), Describe(call, statusCode, error), innerException)
    {
        StatusCode = statusCode;
        Error = error;
        RetryAfter = retryAfter;
        ResponseBody = body;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>What the answer says.</summary>
    public VendorError Error { get; }

    /// <summary>The vendor's error code, or <see langword="null"/>.</summary>
    public string? VendorCode => Error.Code;

    /// <summary>What is wrong with single fields; may be empty.</summary>
    public IReadOnlyList<FieldError> Errors => Error.Errors;

    /// <summary>The id to quote to the vendor's support, or <see langword="null"/>.</summary>
    public string? TrackingId => Error.TrackingId;

    /// <inheritdoc />
    public override TimeSpan? RetryAfter { get; }

    /// <summary>The body of the answer: at most 64 KiB, secrets struck out; not part of the message. May hold personal data.</summary>
    public string? ResponseBody { get; }

    /// <inheritdoc />
    /// <remarks>True for 408, 423 and 503 with a <c>Retry-After</c>, 425, 429, 500, 502, 503 and 504, and for what <see cref="VendorError.IsTransient"/> says of its code.</remarks>
    public override bool IsTransient => Error.IsTransient || RetryDecision.IsTransient(StatusCode, RetryAfter is not null);

    /// <inheritdoc />
    /// <remarks>
    /// What passes by its code (<see cref="VendorError.IsTransient"/>): <see cref="FailureKind.Transient"/>. 404 and 410: <see cref="FailureKind.NotFound"/>. 401:
    /// <see cref="FailureKind.Reauthorization"/>. 409: <see cref="FailureKind.Conflict"/>. Whatever else <see cref="IsTransient"/> says passes, and every other 5xx:
    /// <see cref="FailureKind.Transient"/>. The rest: <see cref="FailureKind.Refused"/>.
    /// </remarks>
    public override FailureKind Kind => StatusCode switch
    {
        _ when Error.IsTransient => FailureKind.Transient,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => FailureKind.NotFound,
        HttpStatusCode.Unauthorized => FailureKind.Reauthorization,
        HttpStatusCode.Conflict => FailureKind.Conflict,
        _ when IsTransient || (int)StatusCode >= 500 => FailureKind.Transient,
        _ => FailureKind.Refused,
    };

    private static FailedCall NotNull(FailedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call;
    }

    private static string Describe(FailedCall call, HttpStatusCode status, VendorError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var text = $"{call.Operation} failed: {call.Method} {call.Path} answered {(int)status} {status}";
        text += error.Code is null ? "" : $" [{error.Code}]";
        text += string.IsNullOrWhiteSpace(error.Message) ? "." : $": {error.Message}";
        foreach (var field in error.Errors)
        {
            text += $" ({(field.Field is null ? "" : field.Field + ": ")}{field.Message})";
        }

        return error.TrackingId is null ? text : $"{text} Tracking id {error.TrackingId}.";
    }
}
