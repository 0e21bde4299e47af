using System.Buffers;

namespace Support.Sdk.Webinars;

// Finds the values of a JSON object's properties without making tokens of all the others. Accepts exactly what Utf8JsonReader accepts (RFC 8259, 64 levels);
// a test holds the two together. The last of several properties of one name counts, as with the serializer.
internal ref struct JsonScanner(ReadOnlySpan<byte> json)
{
    private const int MaximumDepth = 64;

    private static readonly SearchValues<byte> StringEnd =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;

    // The offset of what is found is counted from the beginning of the JSON.
    public bool TryScan(PropertyTable properties, Span<RawValue> found)
    {
        found.Clear();
        SkipSpace();
        if (!TryTake((byte)'{'))
        {
            return false;
        }

        SkipSpace();
        if (!TryTake((byte)'}'))
        {
            do
            {
                SkipSpace();
                if (!TryScanString(out var name))
                {
                    return false;
                }

                SkipSpace();
                if (!TryTake((byte)':'))
                {
                    return false;
                }

                SkipSpace();
                if (!TryScanValue(out var value))
                {
                    return false;
                }

                var slot = properties.Find(_json.Slice(name.Offset, name.Length), name.Kind == RawKind.EscapedText);
                if (slot >= 0)
                {
                    found[slot] = value;
                }

                SkipSpace();
            }
            while (TryTake((byte)','));
            if (!TryTake((byte)'}'))
            {
                return false;
            }
        }

        SkipSpace();
        return _at == _json.Length;
    }

    // Whether the whole is one number, as JSON writes it.
    public bool TryScanNumberOnly() => TryScanNumber() && _at == _json.Length;

    private bool TryScanValue(out RawValue value)
    {
        value = default;
        if (_at >= _json.Length)
        {
            return false;
        }

        var start = _at;
        switch (_json[_at])
        {
            case (byte)'"':
                return TryScanString(out value);
            case (byte)'t':
                value = new(RawKind.Text, start, 4);
                return TryTake("true"u8);
            case (byte)'f':
                value = new(RawKind.Text, start, 5);
                return TryTake("false"u8);
            case (byte)'n':
                return TryTake("null"u8);
            case (byte)'{' or (byte)'[':
                value = new(RawKind.Structure, start, 0);
                return TrySkipStructure();
            default:
                if (!TryScanNumber())
                {
                    return false;
                }

                value = new(RawKind.Text, start, _at - start);
                return true;
        }
    }

    private bool TryScanString(out RawValue value)
    {
        value = default;
        if (!TryTake((byte)'"'))
        {
            return false;
        }

        var start = _at;
        var kind = RawKind.Text;
        while (true)
        {
            var end = _json[_at..].IndexOfAny(StringEnd);
            if (end < 0)
            {
                return false;
            }

            _at += end;
            switch (_json[_at])
            {
                case (byte)'"':
                    value = new(kind, start, _at - start);
                    _at++;
                    return true;
                case (byte)'\\':
                    kind = RawKind.EscapedText;
                    if (!TrySkipEscape())
                    {
                        return false;
                    }

                    break;
                default:
                    return false;
            }
        }
    }

    private bool TrySkipEscape()
    {
        _at++;
        if (_at >= _json.Length)
        {
            return false;
        }

        var letter = _json[_at++];
        if (letter == 'u')
        {
            for (var i = 0; i < 4; i++, _at++)
            {
                if (_at >= _json.Length || !char.IsAsciiHexDigit((char)_json[_at]))
                {
                    return false;
                }
            }

            return true;
        }

        return "\"\\/bfnrt"u8.Contains(letter);
    }

    private bool TryScanNumber()
    {
        _ = TryTake((byte)'-');
        if (!TryTake((byte)'0') && SkipDigits() == 0)
        {
            return false;
        }

        if (TryTake((byte)'.') && SkipDigits() == 0)
        {
            return false;
        }

        if (_at < _json.Length && (_json[_at] | 0x20) == 'e')
        {
            _at++;
            _ = TryTake((byte)'+') || TryTake((byte)'-');
            return SkipDigits() > 0;
        }

        return true;
    }

    private int SkipDigits()
    {
        var start = _at;
        while (_at < _json.Length && char.IsAsciiDigit((char)_json[_at]))
        {
            _at++;
        }

        return _at - start;
    }

    // Nested objects and arrays: custom questions with their answers, devices. A bit per level says which bracket closes it.
    private bool TrySkipStructure()
    {
        ulong objects = 0;
        var depth = 1;
        do
        {
            // Here a bracket opens.
            if (++depth > MaximumDepth)
            {
                return false;
            }

            var isObject = _json[_at++] == '{';
            objects = (objects << 1) | (isObject ? 1UL : 0);
            SkipSpace();
            if (!TryTake(isObject ? (byte)'}' : (byte)']'))
            {
                if (!TrySkipMember(isObject, out var opens))
                {
                    return false;
                }

                if (opens)
                {
                    continue;
                }
            }
            else
            {
                depth--;
                objects >>= 1;
            }

            // Here a value has ended: the next member, or the ends of what encloses it.
            while (depth > 1)
            {
                var inObject = (objects & 1) == 1;
                SkipSpace();
                if (TryTake((byte)','))
                {
                    SkipSpace();
                    if (!TrySkipMember(inObject, out var opens))
                    {
                        return false;
                    }

                    if (opens)
                    {
                        break;
                    }
                }
                else if (TryTake(inObject ? (byte)'}' : (byte)']'))
                {
                    depth--;
                    objects >>= 1;
                }
                else
                {
                    return false;
                }
            }
        }
        while (depth > 1);
        return true;
    }

    // A member up to the end of its value, or up to the bracket that opens it.
    private bool TrySkipMember(bool inObject, out bool opens)
    {
        opens = false;
        if (inObject)
        {
            if (!TryScanString(out _))
            {
                return false;
            }

            SkipSpace();
            if (!TryTake((byte)':'))
            {
                return false;
            }

            SkipSpace();
        }

        opens = _at < _json.Length && _json[_at] is (byte)'{' or (byte)'[';
        return opens || TryScanValue(out _);
    }

    private bool TryTake(byte expected)
    {
        if (_at < _json.Length && _json[_at] == expected)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (_json[_at..].StartsWith(expected))
        {
            _at += expected.Length;
            return true;
        }

        return false;
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }
}
