namespace Support.Sdk.Webinars;

/// <summary>What a <see cref="RecordBatch"/> does.</summary>
public enum RecordOperation
{
    /// <summary>Makes new records.</summary>
    Insert,

    /// <summary>Changes records that are there; each row has the record's <c>Id</c>.</summary>
    Update,
}
