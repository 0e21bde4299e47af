using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Tickets;

/// <summary>What a change does with a follower or e-mail CC.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<ParticipantAction>))]
public readonly record struct ParticipantAction : IVocabulary<ParticipantAction>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public ParticipantAction(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Adds it. Wire value <c>put</c>.</summary>
    public static ParticipantAction Put { get; } = new("put");

    /// <summary>Removes it. Wire value <c>delete</c>.</summary>
    public static ParticipantAction Delete { get; } = new("delete");

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ParticipantAction IVocabulary<ParticipantAction>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
