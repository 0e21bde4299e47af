namespace Support.Sdk.Http;

/// <summary>Identifies a call in an exception.</summary>
/// <param name="Vendor">The vendor in lower case.</param>
/// <param name="Account">The named account; empty for the default one.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="OperationId">The id of the call, the same on all its attempts; also in logs and traces.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path of the address, without host and query, and without a last segment that <see cref="VendorOperation.HidesLastSegment"/> hides.</param>
/// <param name="Attempts">How often the request was handed to the transport.</param>
public sealed record FailedCall(string Vendor, string Account, string Operation, string OperationId, string Method, string Path, int Attempts);
