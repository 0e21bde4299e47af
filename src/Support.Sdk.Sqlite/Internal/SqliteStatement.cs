using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Support.Sdk.Sqlite;

/// <summary>A prepared statement, kept with its connection and used again and again. Not thread-safe: its session is not either.</summary>
/// <remarks>
/// Works on SQLite's own calls rather than on <see cref="SqliteCommand"/>, for three reasons: bytes are bound without a copy, a commit allocates little, and SQLITE_BUSY comes
/// back at once instead of after sleeps inside the command. <see cref="Dispose"/> ends a run, not the statement; <see cref="Close"/> ends the statement.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public SqliteStatement Bind(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public SqliteStatement Bind(long? value) => value is { } number ? Bind(number) : Bound(raw.sqlite3_bind_null(_statement, ++_bound));

    public SqliteStatement Bind(DateTimeOffset value) => Bind(value.UtcTicks);

    public SqliteStatement Bind(DateTimeOffset? value) => Bind(value?.UtcTicks);

    public SqliteStatement Bind(ReadOnlyMemory<byte> value) => Bound(raw.sqlite3_bind_blob(_statement, ++_bound, value.Span));

    public SqliteStatement Bind(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Bound(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, ""));
        }

        const int OnStack = 512;
        byte[]? rented = null;
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = size <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var length = Encoding.UTF8.GetBytes(value, buffer);
            return Bound(raw.sqlite3_bind_text(_statement, ++_bound, (ReadOnlySpan<byte>)buffer[..length]));
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Goes to the next row; <see langword="false"/> when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not raw.SQLITE_ROW and not raw.SQLITE_DONE)
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and ends the run.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Execute()
    {
        using (this)
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    // Read as bytes: a text may hold U+0000, at which SQLite's text functions would end it.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>Ends the run: gives locks back and forgets the parameters.</summary>
    public void Dispose()
    {
        // What went wrong was thrown by Step already; reset only repeats its code.
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
        _bound = 0;
    }

    public void Close() => _statement.Dispose();

    private SqliteStatement Bound(int code)
    {
        Check(code);
        return this;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
