namespace Support.Sdk.ServiceDesk;

/// <summary>Asks the end user for permission (SES-05).</summary>
public sealed record ServiceDeskRequestAccess
{
    /// <summary>The request's id, for a caller who draws ids himself; the server draws one when it is left out.</summary>
    public string? RequestId { get; init; }
}
