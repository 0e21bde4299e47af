using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace Support.Sdk.Webinars;

// Reads what a ByteWriter wrote. Whatever it cannot have written is a FormatException: the content may be damaged, or be none of ours.
internal ref struct ByteReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    // How many bytes are not read yet.
    public readonly int Left => _rest.Length;

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }

            if (shift > 56)
            {
                throw new FormatException("A number has more than 64 bits.");
            }
        }
    }

    // How many things follow, each of which has a byte at least: no more than there is room for.
    public int Count()
    {
        var count = Number();
        return count <= (ulong)_rest.Length ? (int)count : throw TooShort();
    }

    public T Choice<T>()
        where T : struct, Enum
    {
        var number = Number();
        var value = number <= int.MaxValue ? (int)number : -1;
        var choice = Unsafe.As<int, T>(ref value);
        return Enum.IsDefined(choice) ? choice : throw new FormatException($"{number} is no {typeof(T).Name}.");
    }

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public UInt128? Digest() => Bytes() is { IsEmpty: false } digest
        ? digest.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(digest) : throw new FormatException($"A digest has {digest.Length} bytes.")
        : null;

    // An empty text says that there is none.
    public string? TextOrNull() => Text() is { Length: > 0 } text ? text : null;

    public ImmutableArray<string> Texts()
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var count = Count(); count > 0; count--)
        {
            texts.Add(Text());
        }

        return texts.ToImmutable();
    }

    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw new FormatException($"{_rest.Length} bytes follow where the content should end.");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw TooShort();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static FormatException TooShort() => new("The content ends too early.");
}
