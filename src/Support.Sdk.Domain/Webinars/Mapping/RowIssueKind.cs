namespace Support.Sdk.Webinars;

/// <summary>What can be wrong with a participant's value, or with the participant as a whole.</summary>
public enum RowIssueKind
{
    /// <summary>The participant is no JSON object; there are no values.</summary>
    NotJson,

    /// <summary>The value is no text of Unicode: broken UTF-8, or half of a surrogate pair.</summary>
    NotText,

    /// <summary>There is an object or an array where a value should be.</summary>
    NotScalar,

    /// <summary>There is no value for a field that new records need. Stands in the way of inserting alone.</summary>
    RequiredEmpty,

    /// <summary>There is no value for the primary key.</summary>
    KeyEmpty,

    /// <summary>The value has more characters than the field holds.</summary>
    TooLong,

    /// <summary>The value is no e-mail address.</summary>
    NotEmail,

    /// <summary>The value is no phone number (<see cref="FieldConversion.Phone"/>).</summary>
    NotPhone,

    /// <summary>The value is no number, or none that the field holds.</summary>
    NotNumber,

    /// <summary>The value is neither <c>true</c> nor <c>false</c>.</summary>
    NotBoolean,

    /// <summary>The value is no point in time.</summary>
    NotDate,

    /// <summary>The country is not known (<see cref="FieldConversion.Country"/>).</summary>
    UnknownCountry,

    /// <summary>The mapping's table lacks the value (<see cref="FieldConversion.Picklist"/>).</summary>
    NotInTable,

    /// <summary>The value is none of the restricted picklist's.</summary>
    NotInPicklist,

    /// <summary>The value is <c>#N/A</c>, with which Salesforce's bulk interface empties a field.</summary>
    Reserved,
}
