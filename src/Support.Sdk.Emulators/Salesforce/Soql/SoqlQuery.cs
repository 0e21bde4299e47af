namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A query that was understood: its fields exist, its values fit them.</summary>
/// <param name="Table">What it asks.</param>
/// <param name="Fields">What it selects; empty for <c>COUNT()</c>.</param>
/// <param name="Where">Which records; <see langword="null"/> for all.</param>
/// <param name="Order">In what order.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Offset">How many to leave out at the front.</param>
internal sealed record SoqlQuery(
    RecordTable Table, IReadOnlyList<SoqlPath> Fields, SoqlCondition? Where, IReadOnlyList<SoqlOrder> Order, int? Limit, int Offset)
{
    public bool CountsOnly => Fields.Count == 0;
}

/// <summary>A field, perhaps of a referenced record: <c>Account.Owner.Name</c>.</summary>
/// <param name="Via">The references on the way.</param>
/// <param name="Name">The last part as sent.</param>
/// <param name="Field">The field; <see langword="null"/> behind a reference to several objects, where each record's own is asked.</param>
internal sealed record SoqlPath(IReadOnlyList<FieldSchema> Via, string Name, FieldSchema? Field)
{
    public string? Get(Org org, RecordReader reader, RecordTable table, int row)
    {
        foreach (var reference in Via)
        {
            if (reader.Get(table, row, reference) is not { } id || org.TableOf(id) is not { } target || target.Row(id) is not (>= 0 and var next))
            {
                return null;
            }

            (table, row) = (target, next);
        }

        return Field is not null ? reader.Get(table, row, Field)
            : Name.Equals("Type", StringComparison.OrdinalIgnoreCase) ? table.Schema.Name
            : table.Schema.Find(Name) is { } own ? reader.Get(table, row, own) : null;
    }
}

/// <summary>A sort key.</summary>
internal sealed record SoqlOrder(SoqlPath Path, bool Descending, bool NullsLast);
