using System.Buffers.Text;
using System.Security.Cryptography;

namespace Support.Sdk.Sessions;

/// <summary>Draws PINs and link tokens from a cryptographic source: every PIN equally likely, tokens of 128 bits.</summary>
/// <remarks>As thread-safe as its source; that of <see cref="RandomNumberGenerator.Create()"/> is.</remarks>
public sealed class SessionSecretsGenerator : ISessionSecrets
{
    /// <summary>The length of a PIN unless another is asked for, in digits: that of the vendor's cloud (fact sheet 1.6).</summary>
    public const int DefaultPinLength = 6;

    private const int TokenBytes = 16;

    // 250 of the 256 values of a byte fall evenly on the ten digits; the rest is thrown away. A sound source loses one byte in 43.
    private const byte EvenValues = 250;
    private const int MaxDraws = 1_000;

    private readonly RandomNumberGenerator _source;
    private readonly int _pinLength;

    /// <summary>Creates a generator.</summary>
    /// <param name="source">The cryptographic source.</param>
    /// <param name="pinLength">How many digits a PIN has, from 4 to 12; 6 when left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pinLength"/> is out of range.</exception>
    public SessionSecretsGenerator(RandomNumberGenerator source, int pinLength = DefaultPinLength)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(pinLength, SessionSecrets.MinPinLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pinLength, SessionSecrets.MaxPinLength);
        _source = source;
        _pinLength = pinLength;
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The source is broken: it gives the same values again and again.</exception>
    public SessionSecrets Create()
    {
        Span<char> pin = stackalloc char[_pinLength];
        for (var i = 0; i < pin.Length; i++)
        {
            pin[i] = (char)('0' + DrawDigit());
        }

        Span<byte> token = stackalloc byte[TokenBytes];
        _source.GetBytes(token);
        return new SessionSecrets(pin.ToString(), Base64Url.EncodeToString(token));
    }

    private int DrawDigit()
    {
        Span<byte> drawn = stackalloc byte[1];
        for (var draws = 0; draws < MaxDraws; draws++)
        {
            _source.GetBytes(drawn);
            if (drawn[0] < EvenValues)
            {
                return drawn[0] % 10;
            }
        }

        throw new InvalidOperationException("The cryptographic source gives no usable values. Replace it with RandomNumberGenerator.Create().");
    }
}
