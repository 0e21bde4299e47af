using System.Globalization;

namespace Support.Sdk.PostgreSql;

/// <summary>The database has a schema, or an encoding, that this version of the package cannot use. Nothing was changed.</summary>
public sealed class PostgreSqlSchemaException : Exception
{
    /// <summary>Creates the exception for a schema of a future version.</summary>
    /// <param name="found">The version of the schema in the database.</param>
    /// <param name="supported">The latest version that this package knows.</param>
    public PostgreSqlSchemaException(int found, int supported)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The store has schema version {found}; this version of Support.Sdk.PostgreSql knows versions up to {supported}. A newer version of the package upgraded it: "
            + $"update this host, or give it a schema of its own ({nameof(PostgreSqlStoreOptions.Schema)}). Nothing was changed."))
    {
        Found = found;
        Supported = supported;
    }

    internal PostgreSqlSchemaException(string message)
        : base(message)
    {
    }

    /// <summary>The version of the schema in the database; <see langword="null"/> when the version is not the fault.</summary>
    public int? Found { get; }

    /// <summary>The latest version that this package knows; <see langword="null"/> when the version is not the fault.</summary>
    public int? Supported { get; }
}
