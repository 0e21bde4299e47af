using System.Runtime.CompilerServices;
using Support.Sdk.Tokens;

namespace Support.Sdk.Stores;

/// <summary>The checks of arguments that <see cref="IMachineStore"/> and <see cref="ITokenStore"/> demand of every implementation, for stores to call first.</summary>
/// <remarks>Thread-safe. Each throws what its name says, with the caller's name of the parameter.</remarks>
public static class StoreArguments
{
    /// <summary>The most that one page may be asked to hold: 1,000.</summary>
    public const int MaxPage = 1_000;

    /// <summary>The most to which streams may be counted: 100,000.</summary>
    public const int MaxCount = 100_000;

    /// <summary>Refuses the default id of a stream.</summary>
    /// <exception cref="ArgumentException">It names no stream.</exception>
    public static void ThrowIfNoStream(StreamId stream, [CallerArgumentExpression(nameof(stream))] string? parameter = null)
    {
        if (stream == default)
        {
            throw new ArgumentException("This is no stream; make one with StreamId.Create.", parameter);
        }
    }

    /// <summary>Refuses the default id of an effect.</summary>
    /// <exception cref="ArgumentException">It names no effect.</exception>
    public static void ThrowIfNoEffect(EffectId effect, [CallerArgumentExpression(nameof(effect))] string? parameter = null)
    {
        if (effect.Stream == default)
        {
            throw new ArgumentException("This is no effect; take its id from a stored effect or from EffectId.Parse.", parameter);
        }
    }

    /// <summary>Refuses a lease that nobody would hold.</summary>
    /// <exception cref="ArgumentException">It has no owner.</exception>
    public static void ThrowIfNoOwner(Lease lease, [CallerArgumentExpression(nameof(lease))] string? parameter = null)
    {
        if (string.IsNullOrEmpty(lease.Owner))
        {
            throw new ArgumentException("A lease needs an owner, unique per running process.", parameter);
        }
    }

    /// <summary>Refuses an index entry that no stream can have.</summary>
    /// <exception cref="ArgumentException">It has no name or no value; an empty value is one.</exception>
    public static void ThrowIfNoEntry(IndexEntry entry, [CallerArgumentExpression(nameof(entry))] string? parameter = null)
    {
        if (string.IsNullOrEmpty(entry.Name) || entry.Value is null)
        {
            throw new ArgumentException("An index entry needs a name and a value.", parameter);
        }
    }

    /// <summary>Refuses a page that is not of 1 to <see cref="MaxPage"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void ThrowIfNoPage(int limit, [CallerArgumentExpression(nameof(limit))] string? parameter = null) => ThrowIfNotBetween(limit, MaxPage, parameter);

    /// <summary>Refuses to count to what is not in 1 to <see cref="MaxCount"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void ThrowIfNoCount(int atMost, [CallerArgumentExpression(nameof(atMost))] string? parameter = null) => ThrowIfNotBetween(atMost, MaxCount, parameter);

    /// <summary>Refuses tokens that belong to no vendor.</summary>
    /// <exception cref="ArgumentException">The key names no vendor.</exception>
    public static void ThrowIfNoVendor(TokenKey key, [CallerArgumentExpression(nameof(key))] string? parameter = null)
    {
        if (string.IsNullOrWhiteSpace(key.Vendor))
        {
            throw new ArgumentException("A token key needs a vendor, such as 'webex'.", parameter);
        }
    }

    private static void ThrowIfNotBetween(int value, int greatest, string? parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, greatest, parameter);
    }
}
