using Npgsql;

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>A commit held open past the store, as a host is that has not reached the end of its own yet.</summary>
public sealed class DirectCommit : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private DirectCommit(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>Runs the function of the schema in a transaction that stays open.</summary>
    public static async Task<DirectCommit> BeginAsync(TestSchema schema, string stream, string? claim = null)
    {
        var connection = await schema.OpenAsync();
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var claims = claim is null ? "'{}'" : $"ARRAY['{claim}']";
        await using var command = new NpgsqlCommand($$"""
            SELECT o_status FROM {{schema.Name}}.commit_v1('{{stream}}', 0, 'm', 1, '\x7b7d', NULL, 'agent', 1, '',
              '{m}', '{1}', '{happened}', ARRAY['\x7b7d'::bytea], '{""}', '{a}', '{b}', {{claims}}, '{}', '{}', NULL, '{}', '{}', '{}', NULL, NULL)
            """, connection);
        if (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is not 0)
        {
            throw new InvalidOperationException("The function refused the commit.");
        }

        return new(connection, transaction);
    }

    public Task EndAsync() => _transaction.CommitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
