namespace Support.Sdk.Webinars;

/// <summary>What an import does with a participant whose primary key is already known (WBN-05).</summary>
public enum InsertMode
{
    /// <summary>The default: a record with the same primary key is updated, otherwise one is inserted. In JSON <c>upsert</c>.</summary>
    Upsert,

    /// <summary>
    /// <em>Insert new records for each webinar</em>: every participant becomes a new record, unless one with this primary key was already imported for the same
    /// webinar. An existing record is updated only if it was imported for the same webinar. In JSON <c>insertNewForEachWebinar</c>.
    /// </summary>
    InsertNewForEachWebinar,
}
