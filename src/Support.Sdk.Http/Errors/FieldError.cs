namespace Support.Sdk.Http;

/// <summary>One of the things a vendor found wrong with a request.</summary>
/// <param name="Field">The field in the vendor's spelling, or <see langword="null"/> when the vendor names none.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Code">The vendor's code for it, or <see langword="null"/>.</param>
public sealed record FieldError(string? Field, string Message, string? Code = null);
