using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What is imported, from where, into what.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ImportOrder
{
    /// <summary>The webinar's id at its provider.</summary>
    public required string WebinarId { get; init; }

    /// <summary>The mapping.</summary>
    public required WebinarMapping Mapping { get; init; }

    /// <summary>Whom to import, in this order: each kind once.</summary>
    public required ImmutableArray<ParticipantKind> Kinds { get; init; }

    /// <summary>The provider of webinars, by whose name the <see cref="IWebinarSource"/> is registered.</summary>
    public string Source { get; init; } = "webex";

    /// <summary>The named account of the provider; empty for the default one.</summary>
    public string SourceAccount { get; init; } = "";

    /// <summary>The system into which is imported, by whose name its ports are registered.</summary>
    public string Target { get; init; } = "salesforce";

    /// <summary>The named account of the system; empty for the default one.</summary>
    public string TargetAccount { get; init; } = "";

    /// <summary>The campaign to which records are linked; <see langword="null"/> where the mapping links to none.</summary>
    public CampaignChoice? Campaign { get; init; }

    /// <summary>The kept plan that was confirmed, which must still hold; <see langword="null"/> when none was.</summary>
    public string? Plan { get; init; }

    /// <summary>The import whose undone rows alone are run again; <see langword="null"/> for all participants.</summary>
    public string? RetryOf { get; init; }

    /// <summary>How many rows a chunk has.</summary>
    public int ChunkRows { get; init; } = DefaultChunkRows;

    /// <summary>From how many rows of a chunk on, of the same operation, they are written by a job instead of at once.</summary>
    public int BulkThreshold { get; init; } = DefaultBulkThreshold;

    /// <summary>How many rows a chunk has when nothing else is said.</summary>
    public const int DefaultChunkRows = 5_000;

    /// <summary>From how many rows on a job is used when nothing else is said: what Salesforce recommends (fact sheet, section 9.1).</summary>
    public const int DefaultBulkThreshold = 2_000;

    /// <summary>What this import's records belong to.</summary>
    public LedgerScope ToScope() => new(TargetAccount, Mapping.Object, WebinarId);
}
