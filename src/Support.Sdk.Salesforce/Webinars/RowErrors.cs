using System.Collections.Immutable;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Salesforce's errors of a record in the words of the import, and the codes of our own.</summary>
internal static class RowErrors
{
    /// <summary>The job ended before it came to the row.</summary>
    public const string Unprocessed = "JOB_UNPROCESSED";

    /// <summary>Salesforce did not say why.</summary>
    public const string Unspecified = "UNSPECIFIED";

    public static ImmutableArray<RecordError> Of(IReadOnlyList<SalesforceError> errors) =>
        errors.Count == 0 ? [new(Unspecified, "Salesforce gave no reason.", [], MayPass: false)] : [.. errors.Select(Of)];

    public static RecordError Of(SalesforceError error)
    {
        var message = error.Message;
        if (error.DuplicateResult?.Matches.Select(static match => match.Id).OfType<string>().ToList() is { Count: > 0 } ids)
        {
            message = $"{message} ({string.Join(", ", ids)})";
        }

        return new(error.Code == default ? Unspecified : error.Code.Value, message, [.. error.Fields], error.Code.IsTransient);
    }
}
