namespace Support.Sdk.Webinars;

/// <summary>Which records there are with the primary key of a row, and which of those were imported for the same webinar.</summary>
public enum KeyMatch
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>There is one, which was not imported for this webinar.</summary>
    One,

    /// <summary>There is one, and it was imported for this webinar.</summary>
    OneForWebinar,

    /// <summary>There are several, none of which was imported for this webinar.</summary>
    Several,

    /// <summary>There are several, exactly one of which was imported for this webinar.</summary>
    SeveralWithOneForWebinar,

    /// <summary>There are several, more than one of which were imported for this webinar.</summary>
    SeveralForWebinar,
}
