using System.Text.Json;

namespace Support.Sdk.Salesforce;

/// <summary>What a duplicate rule of the org found (fact sheet 3).</summary>
/// <param name="DuplicateRule">The rule's name, or <see langword="null"/>.</param>
/// <param name="AllowSave">Whether the record may be saved all the same, with <see cref="Records.DuplicateRuleHeader.AllowSave"/>.</param>
/// <param name="ErrorMessage">What the rule says to people, or <see langword="null"/>.</param>
/// <param name="Matches">The records that match, best first as Salesforce gives them; may be empty.</param>
public sealed record DuplicateResult(string? DuplicateRule, bool AllowSave, string? ErrorMessage, IReadOnlyList<DuplicateMatch> Matches)
{
    /// <summary>The rule and the number of matches.</summary>
    public override string ToString() => $"{DuplicateRule ?? "duplicate rule"}: {Matches.Count} match(es)";

    internal static DuplicateResult? TryRead(JsonElement element) => element.ValueKind != JsonValueKind.Object
        ? null
        : new(
            JsonParts.Text(element, "duplicateRule"),
            element.TryGetProperty("allowSave", out var allow) && allow.ValueKind == JsonValueKind.True,
            JsonParts.Text(element, "errorMessage"),
            [.. from result in JsonParts.List(element, "matchResults")
                from match in JsonParts.List(result, "matchRecords")
                where match.ValueKind == JsonValueKind.Object && match.TryGetProperty("record", out _)
                select Match(result, match)]);

    private static DuplicateMatch Match(JsonElement result, JsonElement match)
    {
        var record = match.GetProperty("record");
        var type = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("attributes", out var attributes) ? JsonParts.Text(attributes, "type") : null;
        double? confidence = match.TryGetProperty("matchConfidence", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
        return new(type ?? JsonParts.Text(result, "entityType"), JsonParts.Text(record, "Id"), JsonParts.Text(result, "rule"), confidence);
    }
}
