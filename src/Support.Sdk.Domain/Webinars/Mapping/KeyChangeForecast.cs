using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>What a change of the primary key does to the records that are there (WBN-07).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record KeyChangeForecast
{
    /// <summary>How many records were looked at.</summary>
    public long Records { get; init; }

    /// <summary>How many of them the new key finds: they have a value for it that no other record has.</summary>
    public long Found { get; init; }

    /// <summary>How many have a value for the old key but none for the new one. Who stands behind them is inserted again by the next import: one duplicate each.</summary>
    public long Lost { get; init; }

    /// <summary>How many share their value of the new key with another record. The next import cannot tell them apart: a conflict, and no update.</summary>
    public long Shared { get; init; }

    /// <summary>How many values of the new key are shared.</summary>
    public long SharedKeys { get; init; }

    /// <summary>How many have neither key: no import found them before either.</summary>
    public long Keyless { get; init; }

    /// <summary>Some of the records that are lost, for people to look at.</summary>
    public ImmutableArray<string> LostExamples { get; init; } = [];

    /// <summary>Some of the records that share a key, the later of each pair, for people to look at.</summary>
    public ImmutableArray<string> SharedExamples { get; init; } = [];

    /// <summary>The most records that the next imports make twice, if everybody behind the records takes part again.</summary>
    public long PredictedDuplicates => Lost;

    /// <summary>Whether the change is without consequence.</summary>
    public bool IsSafe => Lost == 0 && Shared == 0;
}
