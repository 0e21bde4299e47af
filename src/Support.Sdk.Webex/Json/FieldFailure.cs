namespace Support.Sdk.Webex;

/// <summary>Why a field of an item could not be given, in an answer that is a success otherwise (fact sheet, section 1.5).</summary>
/// <param name="Code">The vendor's code, such as <c>kms_failure</c>; <see langword="null"/> when it gave none.</param>
/// <param name="Reason">The vendor's words; <see langword="null"/> when it gave none.</param>
public sealed record FieldFailure(string? Code, string? Reason);
