using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>A job that writes records (fact sheet 9.1).</summary>
/// <param name="Object">The object, such as <c>Contact</c>.</param>
/// <param name="Operation">What it does.</param>
public sealed record NewIngestJob(string Object, BulkOperation Operation)
{
    /// <summary>For <see cref="BulkOperation.Upsert"/>: the external id field, which is one of the columns.</summary>
    public string? ExternalIdFieldName { get; init; }

    /// <summary>What separates the columns.</summary>
    /// <value><see cref="Bulk.ColumnDelimiter.Comma"/> by default.</value>
    public ColumnDelimiter ColumnDelimiter { get; init; } = ColumnDelimiter.Comma;

    /// <summary>What ends the lines; it must be what the upload has.</summary>
    /// <value><see cref="Bulk.LineEnding.Lf"/> by default.</value>
    public LineEnding LineEnding { get; init; } = LineEnding.Lf;

    /// <summary>The assignment rule for leads or cases, or <see langword="null"/>.</summary>
    public string? AssignmentRuleId { get; init; }

    /// <summary>Always <c>CSV</c>: there is no other.</summary>
    [JsonInclude]
    internal string ContentType { get; init; } = "CSV";
}
