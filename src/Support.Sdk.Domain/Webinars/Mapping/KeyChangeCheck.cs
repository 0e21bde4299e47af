using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Support.Sdk.Webinars;

/// <summary>
/// Predicts what changing the primary key does (WBN-07): records already imported keep the old key, so that duplicates can follow. A fold over the records'
/// keys: <see cref="Add"/> each, then ask for the <see cref="Forecast"/>.
/// </summary>
/// <remarks>
/// Not thread-safe. Holds about 40 bytes for each different new key (a digest, not the key), whatever its length; keys are compared as
/// <see cref="MappingKey.Normalize"/> has them.
/// </remarks>
/// <param name="from">The field that was the primary key.</param>
/// <param name="to">The field that becomes the primary key.</param>
public sealed class KeyChangeCheck(TargetField from, TargetField to)
{
    /// <summary>How many examples a forecast names.</summary>
    public const int MaximumExamples = 20;

    private readonly TargetField _from = from ?? throw new ArgumentNullException(nameof(from));
    private readonly TargetField _to = to ?? throw new ArgumentNullException(nameof(to));
    private readonly Dictionary<UInt128, bool> _isShared = [];
    private readonly ImmutableArray<string>.Builder _lostExamples = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _sharedExamples = ImmutableArray.CreateBuilder<string>();
    private long _records;
    private long _lost;
    private long _keyless;
    private long _withKey;
    private long _shared;
    private long _sharedKeys;

    /// <summary>What the records so far mean.</summary>
    public KeyChangeForecast Forecast => new()
    {
        Records = _records,
        Found = _withKey - _shared,
        Lost = _lost,
        Shared = _shared,
        SharedKeys = _sharedKeys,
        Keyless = _keyless,
        LostExamples = _lostExamples.ToImmutable(),
        SharedExamples = _sharedExamples.ToImmutable(),
    };

    /// <summary>Whether two mappings of one object have different primary keys.</summary>
    /// <param name="before">The mapping as it was.</param>
    /// <param name="after">The mapping as it becomes.</param>
    /// <exception cref="ArgumentException">The mappings are of different objects.</exception>
    public static bool IsNeeded(WebinarMapping before, WebinarMapping after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return string.Equals(before.Object, after.Object, StringComparison.OrdinalIgnoreCase)
            ? !string.Equals(before.PrimaryKey, after.PrimaryKey, StringComparison.OrdinalIgnoreCase)
            : throw new ArgumentException($"The mappings are of {before.Object} and {after.Object}. Give two of one object.", nameof(after));
    }

    /// <summary>Checks a stream of records.</summary>
    /// <param name="from">The field that was the primary key.</param>
    /// <param name="to">The field that becomes the primary key.</param>
    /// <param name="records">The records that were imported before; read once, one at a time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<KeyChangeForecast> PredictAsync(TargetField from, TargetField to, IAsyncEnumerable<ExistingKey> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var check = new KeyChangeCheck(from, to);
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            check.Add(record);
        }

        return check.Forecast;
    }

    /// <summary>Takes a record into account.</summary>
    /// <param name="record">The record's keys.</param>
    public void Add(ExistingKey record)
    {
        _records++;
        if (MappingKey.Normalize(_to, record.NewKey) is not { } key)
        {
            AddWithoutKey(record);
            return;
        }

        _withKey++;
        ref var isShared = ref CollectionsMarshal.GetValueRefOrAddDefault(_isShared, Digest(key), out var isKnown);
        if (!isKnown)
        {
            return;
        }

        if (!isShared)
        {
            isShared = true;
            _sharedKeys++;
            _shared++;
        }

        _shared++;
        if (_sharedExamples.Count < MaximumExamples)
        {
            _sharedExamples.Add(record.RecordId);
        }
    }

    /// <summary>The warning that goes with a forecast, for the dialog that asks to confirm the new key; also where no record is concerned.</summary>
    public MappingProblem ToWarning() =>
        new("/primaryKey", MappingRefusals.KeyChanged.Refuse(_from.Name, _to.Name, _lost, _shared), MappingSeverity.Warning);

    private void AddWithoutKey(ExistingKey record)
    {
        if (MappingKey.Normalize(_from, record.OldKey) is null)
        {
            _keyless++;
            return;
        }

        _lost++;
        if (_lostExamples.Count < MaximumExamples)
        {
            _lostExamples.Add(record.RecordId);
        }
    }

    private static UInt128 Digest(string key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
