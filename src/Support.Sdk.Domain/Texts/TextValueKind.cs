namespace Support.Sdk.Texts;

/// <summary>The kinds of <see cref="TextValue"/>.</summary>
public enum TextValueKind
{
    /// <summary>A text, inserted as it is.</summary>
    Text,

    /// <summary>A whole number, written in the reader's culture.</summary>
    Number,

    /// <summary>An instant, written in the reader's culture and time zone.</summary>
    Instant,

    /// <summary>A length of time, written in the reader's culture.</summary>
    Duration,
}
