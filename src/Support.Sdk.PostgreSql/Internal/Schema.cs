using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>Brings a schema to the latest version; safe when many hosts do it at once.</summary>
internal static class Schema
{
    // A step that was released is never edited: step n leads from version n to version n + 1.
    private static readonly string[] Steps = [SchemaSteps.Machines, SchemaSteps.Tokens, SchemaSteps.Imports];

    public static int LatestVersion => Steps.Length;

    /// <returns>The version that was found; 0 for a new schema.</returns>
    /// <exception cref="PostgreSqlSchemaException">The schema is of a future version, or the database cannot hold the store.</exception>
    public static async Task<int> UpgradeAsync(NpgsqlConnection connection, StoreSql sql, CancellationToken cancellationToken)
    {
        // Looked at before anything is locked or written: a schema of a future version stays as it is, and a host without the right to create can run.
        var found = await VersionAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        if (found == LatestVersion)
        {
            return found;
        }

        await RequireUtf8Async(connection, cancellationToken).ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, sql.LockUpgrade, cancellationToken).ConfigureAwait(false);

        // Another host may have been faster; under the lock the answer is final.
        found = await VersionAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        if (found < LatestVersion)
        {
            if (await ScalarAsync(connection, sql.SchemaExists, cancellationToken).ConfigureAwait(false) is not true)
            {
                await ExecuteAsync(connection, sql.CreateSchema, cancellationToken).ConfigureAwait(false);
            }

            for (var step = found; step < LatestVersion; step++)
            {
                await ExecuteAsync(connection, sql.InSchema(Steps[step]), cancellationToken).ConfigureAwait(false);
            }

            await ExecuteAsync(connection, sql.WriteVersion(LatestVersion), cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, StoreSql sql, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(connection, sql.VersionTableExists, cancellationToken).ConfigureAwait(false) is not true)
        {
            return 0;
        }

        var version = await ScalarAsync(connection, sql.ReadVersion, cancellationToken).ConfigureAwait(false) as int? ?? 0;
        return version <= LatestVersion ? version : throw new PostgreSqlSchemaException(version, LatestVersion);
    }

    private static async Task RequireUtf8Async(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var encoding = await ScalarAsync(connection, "SELECT current_setting('server_encoding')", cancellationToken).ConfigureAwait(false) as string;
        if (encoding != "UTF8")
        {
            throw new PostgreSqlSchemaException($"The database is encoded in {encoding}; the store needs UTF8. Create a database with ENCODING 'UTF8'. Nothing was changed.");
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var disposal = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var disposal = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
