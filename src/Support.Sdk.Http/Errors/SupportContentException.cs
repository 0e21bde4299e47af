using System.Net;

namespace Support.Sdk.Http;

/// <summary>The vendor answered with success, but the body is not what its API documents.</summary>
public sealed class SupportContentException : SupportHttpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="problem">What is wrong with the body; no part of the body itself.</param>
    /// <param name="innerException">What the parser reported, or <see langword="null"/>.</param>
    public SupportContentException(FailedCall call, HttpStatusCode statusCode, string problem, Exception? innerException = null)
        : base(call, $"{call?.Operation} answered {(int)statusCode}, but {problem}.", innerException) => StatusCode = statusCode;

    /// <summary>The status of the answer: the vendor did act.</summary>
    public HttpStatusCode StatusCode { get; }
}
