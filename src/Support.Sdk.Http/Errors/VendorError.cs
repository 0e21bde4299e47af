namespace Support.Sdk.Http;

/// <summary>What a vendor's error answer says.</summary>
/// <param name="Code">The vendor's code, or <see langword="null"/>.</param>
/// <param name="Message">The vendor's message, or <see langword="null"/>.</param>
/// <param name="TrackingId">The id to quote to the vendor's support, or <see langword="null"/>.</param>
public sealed record VendorError(string? Code = null, string? Message = null, string? TrackingId = null)
{
    /// <summary>What is wrong with single fields; may be empty.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Whether the vendor's code says that the same request may well be accepted later, whatever the status says: a record that another transaction holds.</summary>
    /// <value>False by default: the status decides.</value>
    public bool IsTransient { get; init; }
}
