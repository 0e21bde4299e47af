using System.Globalization;

namespace Support.Sdk.Emulators.Hosting;

/// <summary>Made-up ids, the same for the same seed. Thread-safe.</summary>
internal sealed class IdGenerator(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // version 4: byte 7 holds it in this layout
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    public string Hex(int digits)
    {
        lock (_gate)
        {
            return string.Create(digits, _random, static (span, random) => random.GetItems("0123456789abcdef", span));
        }
    }

    /// <summary>Decimal digits, the first not zero.</summary>
    public string Digits(int count)
    {
        lock (_gate)
        {
            return string.Create(count, _random, static (span, random) =>
            {
                random.GetItems("0123456789", span);
                span[0] = (char)('1' + random.Next(9));
            });
        }
    }

    public string Letters(int count)
    {
        lock (_gate)
        {
            return string.Create(count, _random, static (span, random) => random.GetItems("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789", span));
        }
    }

    /// <summary>Numeric id from 1 to <paramref name="max"/>.</summary>
    public long Number(long max)
    {
        lock (_gate)
        {
            return _random.NextInt64(1, max + 1);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {seed}");
}
