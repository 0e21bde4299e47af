namespace Support.Sdk.Webinars;

/// <summary>What became of an import's rows, in numbers.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ImportCounts
{
    /// <summary>How many rows are over with.</summary>
    public long Rows { get; init; }

    /// <summary>How many made a new record.</summary>
    public long Created { get; init; }

    /// <summary>How many changed a record.</summary>
    public long Updated { get; init; }

    /// <summary>How many had nothing to change.</summary>
    public long Unchanged { get; init; }

    /// <summary>How many repeated the key of an earlier row (WBN-12).</summary>
    public long Repeated { get; init; }

    /// <summary>How many were conflicts.</summary>
    public long Conflicts { get; init; }

    /// <summary>How many were invalid.</summary>
    public long Invalid { get; init; }

    /// <summary>How many the system refused.</summary>
    public long Failed { get; init; }

    /// <summary>How many memberships were made or changed.</summary>
    public long Linked { get; init; }

    /// <summary>How many memberships were there already as they should be.</summary>
    public long LinkedBefore { get; init; }

    /// <summary>How many memberships the system refused.</summary>
    public long NotLinked { get; init; }

    /// <summary>How many rows left something undone (<see cref="ImportRowResult.IsUndone"/>).</summary>
    public long Undone { get; init; }

    /// <summary>How many of those could succeed when they are run again although nothing is corrected (<see cref="ImportRowResult.MayPass"/>).</summary>
    public long MayPass { get; init; }

    /// <summary>Counts rows.</summary>
    /// <param name="rows">The rows.</param>
    public static ImportCounts Of(IEnumerable<ImportRowResult> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var outcomes = new long[Enum.GetValues<ImportOutcome>().Length];
        long count = 0, linked = 0, before = 0, notLinked = 0, undone = 0, mayPass = 0;
        foreach (var row in rows)
        {
            count++;
            outcomes[(int)row.Outcome]++;
            undone += row.IsUndone ? 1 : 0;
            mayPass += row is { IsUndone: true, MayPass: true } ? 1 : 0;
            foreach (var membership in row.Memberships)
            {
                _ = !membership.IsDone ? notLinked++ : membership.Action == MembershipAction.Keep ? before++ : linked++;
            }
        }

        return new()
        {
            Rows = count,
            Created = outcomes[(int)ImportOutcome.Created],
            Updated = outcomes[(int)ImportOutcome.Updated],
            Unchanged = outcomes[(int)ImportOutcome.Unchanged],
            Repeated = outcomes[(int)ImportOutcome.Repeated],
            Conflicts = outcomes[(int)ImportOutcome.Conflict],
            Invalid = outcomes[(int)ImportOutcome.Invalid],
            Failed = outcomes[(int)ImportOutcome.Failed],
            Linked = linked,
            LinkedBefore = before,
            NotLinked = notLinked,
            Undone = undone,
            MayPass = mayPass,
        };
    }

    /// <summary>The sum of two counts.</summary>
    /// <param name="other">The other.</param>
    public ImportCounts Add(ImportCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Rows = Rows + other.Rows,
            Created = Created + other.Created,
            Updated = Updated + other.Updated,
            Unchanged = Unchanged + other.Unchanged,
            Repeated = Repeated + other.Repeated,
            Conflicts = Conflicts + other.Conflicts,
            Invalid = Invalid + other.Invalid,
            Failed = Failed + other.Failed,
            Linked = Linked + other.Linked,
            LinkedBefore = LinkedBefore + other.LinkedBefore,
            NotLinked = NotLinked + other.NotLinked,
            Undone = Undone + other.Undone,
            MayPass = MayPass + other.MayPass,
        };
    }
}
