namespace Support.Sdk.Webinars;

/// <summary>What can be different from the plan when it is executed.</summary>
public enum RowDriftKind
{
    /// <summary>A participant who was not planned.</summary>
    ParticipantAdded,

    /// <summary>A planned participant is no longer there.</summary>
    ParticipantGone,

    /// <summary>The participant's mapped values are others.</summary>
    ValuesChanged,

    /// <summary>There is a record, or another one, to which the participant belongs.</summary>
    RecordAppeared,

    /// <summary>The record to which the participant belonged is gone, or no longer has the key.</summary>
    RecordGone,

    /// <summary>The record was changed by somebody.</summary>
    RecordChanged,

    /// <summary>The participant and the record are the same, but something else would be done: other rows have the same key, or the key has become ambiguous.</summary>
    DecisionChanged,
}
