using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>A job of the Bulk API (fact sheet 9). Salesforce keeps it for 7 days.</summary>
public sealed record BulkJob
{
    /// <summary>The id.</summary>
    [JsonRequired]
    public string Id { get; init; } = "";

    /// <summary>How far it is.</summary>
    public BulkJobState State { get; init; }

    /// <summary>What it does.</summary>
    public BulkOperation Operation { get; init; }

    /// <summary>The object; <see langword="null"/> when Salesforce did not say.</summary>
    public string? Object { get; init; }

    /// <summary>The external id field of an upsert, or <see langword="null"/>.</summary>
    public string? ExternalIdFieldName { get; init; }

    /// <summary>What separates the columns of uploads and results.</summary>
    public ColumnDelimiter ColumnDelimiter { get; init; } = ColumnDelimiter.Comma;

    /// <summary>What ends the lines of uploads and results.</summary>
    public LineEnding LineEnding { get; init; } = LineEnding.Lf;

    /// <summary>How many records were looked at.</summary>
    public long NumberRecordsProcessed { get; init; }

    /// <summary>How many of them failed. A job that is complete may have failed for every single one.</summary>
    public long NumberRecordsFailed { get; init; }

    /// <summary>How often Salesforce began anew.</summary>
    public int Retries { get; init; }

    /// <summary>How long it took in all, in milliseconds; <see langword="null"/> while unknown.</summary>
    [JsonPropertyName("totalProcessingTime")]
    public long? TotalProcessingMilliseconds { get; init; }

    /// <summary>Why it failed; <see langword="null"/> when it did not.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>When it was created (UTC); <see langword="null"/> when Salesforce did not say.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>When it last changed (UTC); <see langword="null"/> when Salesforce did not say.</summary>
    public DateTimeOffset? SystemModstamp { get; init; }

    /// <summary>Where its data go, relative to the org; <see langword="null"/> when Salesforce did not say.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>What this version does not know, by wire name.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Further { get; internal set; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether the job is over; whether its records worked is another question.</summary>
    [JsonIgnore]
    public bool IsTerminal => State.IsTerminal;

    /// <summary>Id and state.</summary>
    public override string ToString() => $"BulkJob {Id} ({State})";
}
