namespace Support.Sdk.Salesforce.Records;

/// <summary>What became of one record that was to be written or deleted.</summary>
public sealed record SaveResult
{
    /// <summary>The record's id; <see langword="null"/> when it failed.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it worked.</summary>
    public bool Success { get; init; }

    /// <summary>
    /// Whether the record was created; <see langword="null"/> except for upserts. False as well when an earlier attempt of the same call created it, whose answer was lost (see
    /// <see cref="SaveOptions.IsKeyUnique"/>).
    /// </summary>
    public bool? Created { get; init; }

    /// <summary>What was wrong; empty when it worked.</summary>
    public IReadOnlyList<SalesforceError> Errors { get; init; } = [];

    /// <summary>Whether the same record may be accepted later without a change: it failed, and every error passes (<see cref="SalesforceErrorCode.IsTransient"/>).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsTransient => !Success && Errors.Count > 0 && Errors.All(static error => error.Code.IsTransient);

    /// <summary>Id or errors.</summary>
    public override string ToString() => Success ? $"{Id}" : string.Join("; ", Errors.Select(static error => error.Code.Value));
}
