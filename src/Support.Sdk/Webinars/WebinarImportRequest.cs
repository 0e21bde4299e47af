using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What somebody wants to import (WBN-01).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="WebinarId">The webinar's id at its provider.</param>
/// <param name="Mapping">The mapping.</param>
public sealed record WebinarImportRequest(string WebinarId, WebinarMapping Mapping)
{
    /// <summary>Whom to import, in this order: each kind once, at least one.</summary>
    /// <value>Registrants by default.</value>
    public ImmutableArray<ParticipantKind> Kinds { get; init; } = [ParticipantKind.Registrant];

    /// <summary>The provider of webinars.</summary>
    /// <value><c>webex</c> by default.</value>
    public string Source { get; init; } = "webex";

    /// <summary>The named account of the provider; empty for the default one.</summary>
    public string SourceAccount { get; init; } = "";

    /// <summary>The system into which is imported.</summary>
    /// <value><c>salesforce</c> by default.</value>
    public string Target { get; init; } = "salesforce";

    /// <summary>The named account of the system; empty for the default one.</summary>
    public string TargetAccount { get; init; } = "";

    /// <summary>The campaign to which records are linked, where the mapping links to one (WBN-06).</summary>
    public string? CampaignId { get; init; }

    /// <summary>The status that members of the campaign get; <see langword="null"/> leaves it to the campaign, and leaves members as they are.</summary>
    public string? CampaignStatus { get; init; }

    /// <summary>The kept plan that was confirmed (<see cref="ImportPreview.Id"/>): when it no longer holds, nothing is written until somebody accepts what has changed.</summary>
    /// <value><see langword="null"/> by default: the import plans and writes as it goes.</value>
    public string? Plan { get; init; }
}
