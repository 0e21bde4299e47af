using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Zendesk.Jobs;

/// <summary>How far a background job is.</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<JobState>))]
public readonly record struct JobState : IVocabulary<JobState>
{
    private readonly string? _value;

    /// <summary>A value, in Zendesk's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public JobState(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Waits for its turn. Wire value <c>queued</c>.</summary>
    public static JobState Queued { get; } = new("queued");

    /// <summary>Under way. Wire value <c>working</c>.</summary>
    public static JobState Working { get; } = new("working");

    /// <summary>Over; single items may have failed, see <see cref="JobStatus.Results"/>. Wire value <c>completed</c>.</summary>
    public static JobState Completed { get; } = new("completed");

    /// <summary>Over, failed. Wire value <c>failed</c>.</summary>
    public static JobState Failed { get; } = new("failed");

    /// <summary>Over, ended by Zendesk (seen in clients, not in the OpenAPI file). Wire value <c>killed</c>.</summary>
    public static JobState Killed { get; } = new("killed");

    /// <summary>Whether the job is over. A state this version does not know counts as not over.</summary>
    public bool IsTerminal => this == Completed || this == Failed || this == Killed;

    /// <summary>Zendesk's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static JobState IVocabulary<JobState>.From(string value) => new(value);

    /// <summary>Zendesk's word.</summary>
    public override string ToString() => Value;
}
