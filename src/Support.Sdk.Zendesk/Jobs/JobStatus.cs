using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Zendesk.Jobs;

/// <summary>A background job (fact sheet 7.4).</summary>
public sealed record JobStatus
{
    /// <summary>The id.</summary>
    [JsonRequired]
    public string Id { get; init; } = "";

    /// <summary>The address of the job in the API.</summary>
    public string? Url { get; init; }

    /// <summary>The kind of job.</summary>
    public string? JobType { get; init; }

    /// <summary>How far it is.</summary>
    public JobState? Status { get; init; }

    /// <summary>How many items it has.</summary>
    public int? Total { get; init; }

    /// <summary>How many are done.</summary>
    public int? Progress { get; init; }

    /// <summary>What Zendesk says about it, for people.</summary>
    public string? Message { get; init; }

    /// <summary>The results as they came: a list, an object or nothing.</summary>
    [JsonPropertyName("results")]
    public JsonElement? RawResults { get; init; }

    /// <summary>The results: of a list each, of an object that one.</summary>
    [JsonIgnore]
    public IReadOnlyList<JobResult> Results => RawResults switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(IsObject).Select(Read)],
        { ValueKind: JsonValueKind.Object } single => [Read(single)],
        _ => [],
    };

    /// <summary>Whether the job is over.</summary>
    [JsonIgnore]
    public bool IsTerminal => Status is { IsTerminal: true };

    /// <summary>Id and state.</summary>
    public override string ToString() => $"JobStatus {Id} ({Status})";

    private static bool IsObject(JsonElement item) => item.ValueKind == JsonValueKind.Object;

    private static JobResult Read(JsonElement item) => item.Deserialize(ZendeskJson.Default.JobResult) ?? new JobResult();
}
