using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>One thing that is different from the plan.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Planned">The row as it was planned; <see langword="null"/> for <see cref="RowDriftKind.ParticipantAdded"/>.</param>
/// <param name="Now">The row as it is; <see langword="null"/> for <see cref="RowDriftKind.ParticipantGone"/>.</param>
public sealed record RowDrift(RowDriftKind Kind, RowStamp? Planned, RowStamp? Now)
{
    /// <summary>Says for people what is different, in <see cref="WebinarTexts"/>.</summary>
    public Refusal Describe()
    {
        var participant = (Planned ?? Now) is { } stamp ? ParticipantName.Of(stamp.SourceId, stamp.Number) : "";
        return Kind switch
        {
            RowDriftKind.RecordAppeared => ImportRefusals.Of(Kind).Refuse(participant, Now?.RecordId ?? ""),
            RowDriftKind.RecordGone or RowDriftKind.RecordChanged => ImportRefusals.Of(Kind).Refuse(participant, Planned?.RecordId ?? ""),
            _ => ImportRefusals.Of(Kind).Refuse(participant),
        };
    }
}
