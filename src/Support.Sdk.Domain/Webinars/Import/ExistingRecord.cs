using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>A record that is there, as far as an import has to know it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">The record's id.</param>
/// <param name="Key">The value of the primary key, as the record has it; white space and case need not be those asked for.</param>
/// <param name="Values">The values of the fields asked for (<see cref="RecordQuery.Fields"/>), in their order, as Salesforce writes them; <see langword="null"/> where there is none.</param>
public sealed record ExistingRecord(string Id, string Key, ImmutableArray<string?> Values)
{
    /// <summary>What changes whenever somebody changes the record, such as its <c>SystemModstamp</c>; <see langword="null"/> when not known, and then a change is not noticed.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it was imported for the webinar asked for (<see cref="RecordQuery.WebinarId"/>).</summary>
    public bool IsImportedForWebinar { get; init; }

    /// <summary>The id, for logs; no value of the record.</summary>
    public override string ToString() => Id;
}
