namespace Support.Sdk.Webinars;

/// <summary>When a mapped value is written to an existing record. A new record receives every value. An empty value is never written: an import clears nothing.</summary>
public enum FieldPolicy
{
    /// <summary>The default: the value replaces what the record has. In JSON <c>always</c>.</summary>
    Always,

    /// <summary>The value is written only where the record has none. In JSON <c>ifEmpty</c>.</summary>
    IfEmpty,

    /// <summary>An existing record keeps what it has, also if that is nothing. In JSON <c>neverOverwrite</c>.</summary>
    NeverOverwrite,
}
