using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Salesforce;

/// <summary>What every Bulk job has: an id, a state, times.</summary>
internal abstract class BulkJob(string id, string createdById, DateTimeOffset createdAt, string version)
{
    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string State { get; private set; } = "Open";

    public DateTimeOffset ChangedAt { get; private set; } = createdAt;

    public string ColumnDelimiter { get; init; } = "COMMA";

    public string LineEnding { get; init; } = "LF";

    public char Delimiter => BulkCsv.Delimiter(ColumnDelimiter);

    public bool Crlf => LineEnding == "CRLF";

    public bool Ended => State is "JobComplete" or "Failed" or "Aborted";

    public string? ErrorMessage { get; private set; }

    /// <summary>When its next step is due; <see langword="null"/> while nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public TimeSpan Worked { get; set; }

    public void Enter(string state, DateTimeOffset now, string? error = null)
    {
        (State, ChangedAt, ErrorMessage) = (state, now, error ?? ErrorMessage);
        if (Ended)
        {
            DueAt = null;
        }
    }

    /// <summary>Does what is due next; the time it takes begins now.</summary>
    public abstract void Step(DateTimeOffset now);

    public virtual JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["createdById"] = createdById,
            ["createdDate"] = FieldValues.FormatInstant(CreatedAt),
            ["systemModstamp"] = FieldValues.FormatInstant(ChangedAt),
            ["state"] = State,
            ["concurrencyMode"] = "Parallel",
            ["contentType"] = "CSV",
            ["apiVersion"] = JsonNode.Parse(version[1..]),
            ["lineEnding"] = LineEnding,
            ["columnDelimiter"] = ColumnDelimiter,
        };
        if (ErrorMessage is not null)
        {
            json["errorMessage"] = ErrorMessage;
        }

        return json;
    }
}
