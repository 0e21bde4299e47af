namespace Support.Sdk.Webinars;

/// <summary>The part of a name that <see cref="FieldConversion.SplitName"/> takes.</summary>
public enum NamePart
{
    /// <summary>What stands in front of the last word, or behind a comma. In JSON <c>first</c>.</summary>
    First,

    /// <summary>The last word, or what stands in front of a comma; the whole of a name of one word. In JSON <c>last</c>.</summary>
    Last,
}
