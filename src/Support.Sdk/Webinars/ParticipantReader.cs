using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>Reads the participants of an import as rows, numbered by their place; leaves out those that are over with, and those that were not asked for.</summary>
internal sealed class ParticipantReader(IWebinarSource source, MappingPlan plan, ImportOrder order)
{
    /// <summary>Those that alone are wanted; <see langword="null"/> for all.</summary>
    public HashSet<ulong>? Only { get; set; }

    /// <summary>Those that an earlier run has taken; <see langword="null"/> for none.</summary>
    public HashSet<ulong>? Without { get; set; }

    /// <summary>The greatest number that was given.</summary>
    public long LastNumber { get; set; }

    public async IAsyncEnumerable<(ImportRow Row, ParticipantKind Kind)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long place = 0;
        foreach (var kind in order.Kinds)
        {
            var mapped = plan.CreateRow(kind);
            await foreach (var json in source.ReadAsync(order.SourceAccount, order.WebinarId, kind, cancellationToken).ConfigureAwait(false))
            {
                _ = mapped.Read(json.Span);
                place++;
                if (!IsWanted(mapped, kind, place))
                {
                    continue;
                }

                // Somebody who came between two runs has a place that is taken: no number is given twice.
                LastNumber = long.Max(place, LastNumber + 1);
                yield return (ImportRow.Of(mapped, LastNumber), kind);
            }
        }
    }

    /// <summary>What is kept of a participant's identity: 64 bits, so that a million of them take little room. Two are taken for one with a probability of less than 1 in 10^7.</summary>
    public static ulong IdentityOf(ParticipantKind kind, string sourceId, long number) => (ulong)SourceIdentity.Of(kind, sourceId, number);

    private bool IsWanted(MappedRow row, ParticipantKind kind, long place)
    {
        if (Only is null && Without is null)
        {
            return true;
        }

        var identity = IdentityOf(kind, System.Text.Encoding.UTF8.GetString(row.ParticipantId), place);
        return Without?.Contains(identity) != true && Only?.Contains(identity) != false;
    }
}
