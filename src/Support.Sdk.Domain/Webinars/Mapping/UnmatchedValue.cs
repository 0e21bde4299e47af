namespace Support.Sdk.Webinars;

/// <summary>What a conversion does with a value that it does not know: an unknown country, a phone number that is none, a word that its table lacks.</summary>
public enum UnmatchedValue
{
    /// <summary>The default: the row is reported with an issue. In JSON <c>refuse</c>.</summary>
    Refuse,

    /// <summary>The value stays as it is. In JSON <c>keep</c>.</summary>
    Keep,

    /// <summary>The value is left out. In JSON <c>leaveOut</c>.</summary>
    LeaveOut,
}
