namespace Support.Sdk.Sqlite;

/// <summary>The file has a schema that this version of the package cannot use. Nothing was changed.</summary>
public sealed class SqliteSchemaException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="found">The version of the schema in the file.</param>
    /// <param name="supported">The latest version that this package knows.</param>
    public SqliteSchemaException(long found, long supported)
        : base($"The store file has schema version {found}; this version of Support.Sdk.Sqlite knows versions up to {supported}. "
            + "A newer version of the package wrote the file: update this host, or give it a file of its own. Nothing was changed.")
    {
        Found = found;
        Supported = supported;
    }

    /// <summary>The version of the schema in the file.</summary>
    public long Found { get; }

    /// <summary>The latest version that this package knows.</summary>
    public long Supported { get; }
}
