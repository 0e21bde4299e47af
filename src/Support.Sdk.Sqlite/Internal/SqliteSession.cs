using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Support.Sdk.Sqlite;

/// <summary>One connection with its prepared statements. Used by one call at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>The number of the row that was inserted last.</summary>
    public long LastInserted => raw.sqlite3_last_insert_rowid(_connection.Handle!);

    public static SqliteSession Open(string connectionString, TimeSpan busyTimeout)
    {
        var connection = new SqliteConnection(connectionString);
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}"));
            session.Execute("PRAGMA foreign_keys = ON");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A statement ready to be bound; dispose it to end the run.</summary>
    /// <param name="sql">A constant: the statement is kept as long as the connection.</param>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(_connection.Handle!, sql);
        }

        return statement;
    }

    /// <summary>Runs statements once, without keeping them.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_connection.Handle!, sql);
        SqliteException.ThrowExceptionForRC(code, _connection.Handle);
    }

    /// <summary>Asks for one number, without keeping the statement; <see langword="null"/> when there is no row.</summary>
    public long? Number(string sql)
    {
        var statement = new SqliteStatement(_connection.Handle!, sql);
        try
        {
            return statement.Step() ? statement.Int64(0) : null;
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>Takes the write lock of the file, so that nothing read afterwards can change before the commit.</summary>
    public void Begin() => Prepare("BEGIN IMMEDIATE").Execute();

    public void Commit() => Prepare("COMMIT").Execute();

    /// <summary>Ends the transaction, if SQLite has not done so itself after an error.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
        {
            Prepare("ROLLBACK").Execute();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _connection.Dispose();
    }
}
