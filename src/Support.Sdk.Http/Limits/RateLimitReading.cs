namespace Support.Sdk.Http;

/// <summary>What a response said about one rate limit.</summary>
/// <param name="Bucket">The vendor's name of the limit, or <see langword="null"/> for the one of the whole account.</param>
/// <param name="Remaining">How many requests the current window still allows; zero or more.</param>
/// <param name="ResetsIn">When the window ends, from now; <see langword="null"/> when unknown: then nobody is held back, for nothing would say until when.</param>
/// <param name="Limit">How many requests a window allows, or <see langword="null"/>.</param>
public readonly record struct RateLimitReading(string? Bucket, int Remaining, TimeSpan? ResetsIn, int? Limit = null);
