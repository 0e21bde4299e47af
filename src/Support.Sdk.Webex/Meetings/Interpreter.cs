namespace Support.Sdk.Webex.Meetings;

/// <summary>An interpreter of a meeting.</summary>
public sealed record Interpreter
{
    /// <summary>The vendor's id; not in requests.</summary>
    public string? Id { get; init; }

    /// <summary>From this language (ISO 639-1).</summary>
    public string? LanguageCode1 { get; init; }

    /// <summary>To this one (ISO 639-1).</summary>
    public string? LanguageCode2 { get; init; }

    /// <summary>Who interprets.</summary>
    public string? Email { get; init; }

    /// <summary>The interpreter's name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Id, LanguageCode1, LanguageCode2; nothing personal.</summary>
    public override string ToString() => $"Interpreter {{ Id = {Id}, LanguageCode1 = {LanguageCode1}, LanguageCode2 = {LanguageCode2} }}";
}
