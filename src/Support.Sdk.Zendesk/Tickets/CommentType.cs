using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>The type of a comment.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<CommentType>))]
public readonly record struct CommentType : IVocabulary<CommentType>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public CommentType(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>A written comment. Wire value <c>Comment</c>.</summary>
    public static CommentType Comment { get; } = new("Comment");

    /// <summary>A record of a call. Wire value <c>VoiceComment</c>.</summary>
    public static CommentType VoiceComment { get; } = new("VoiceComment");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static CommentType IVocabulary<CommentType>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
