namespace Support.Sdk.Webinars;

internal enum RawKind : byte
{
    // Not there, or null.
    Missing,

    // What stands there is the value: a string without escapes, a number, true or false.
    Text,

    // A string with escapes.
    EscapedText,

    // An object or an array.
    Structure,
}

// Where a property's value stands in the JSON; a string's without its quotation marks.
internal readonly record struct RawValue(RawKind Kind, int Offset, int Length);
