namespace Support.Sdk.Meetings;

/// <summary>Which instant is meant when the clocks show a local time twice.</summary>
public enum AmbiguousTime
{
    /// <summary>The earlier one: still daylight saving time.</summary>
    Earlier,

    /// <summary>The later one: standard time already.</summary>
    Later,
}
