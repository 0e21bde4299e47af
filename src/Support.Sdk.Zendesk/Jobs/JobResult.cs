using System.Text.Json;

namespace Support.Sdk.Zendesk.Jobs;

/// <summary>What a job did with one item. Which properties are there depends on the job.</summary>
public sealed record JobResult
{
    /// <summary>The item's id.</summary>
    public long? Id { get; init; }

    /// <summary>The item's place in the request, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>What was done, such as <c>update</c>.</summary>
    public string? Action { get; init; }

    /// <summary>How it ended, such as <c>Updated</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it worked.</summary>
    public bool? Success { get; init; }

    /// <summary>The error.</summary>
    public JsonElement? Error { get; init; }

    /// <summary>Details of the error.</summary>
    public JsonElement? Details { get; init; }
}
