namespace Support.Sdk.Webinars;

/// <summary>What a field of a webinar's participant holds.</summary>
public enum WebinarFieldKind
{
    /// <summary>A text of any content.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone or fax number, as somebody typed it.</summary>
    Phone,

    /// <summary>A number or a text of digits; Webex sends the postal code as a number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A point in time, in ISO 8601.</summary>
    Instant,

    /// <summary>One of a closed set of words.</summary>
    Word,
}
