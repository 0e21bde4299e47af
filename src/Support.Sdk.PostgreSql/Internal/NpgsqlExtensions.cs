using Npgsql;
using NpgsqlTypes;

namespace Support.Sdk.PostgreSql;

/// <summary>Binds positional parameters and reads columns in the store's terms. Types are said, never guessed: nothing is boxed and AOT needs no reflection.</summary>
internal static class NpgsqlExtensions
{
    extension(NpgsqlParameterCollection parameters)
    {
        public NpgsqlParameterCollection Bind(string? value) =>
            value is null ? parameters.Null(NpgsqlDbType.Text) : parameters.Typed(PortableText.Encode(value), NpgsqlDbType.Text);

        public NpgsqlParameterCollection Bind(long value) => parameters.Typed(value, NpgsqlDbType.Bigint);

        public NpgsqlParameterCollection Bind(int value) => parameters.Typed(value, NpgsqlDbType.Integer);

        public NpgsqlParameterCollection Bind(DateTimeOffset value) => parameters.Bind(value.UtcTicks);

        public NpgsqlParameterCollection Bind(DateTimeOffset? value) => value is { } instant ? parameters.Bind(instant) : parameters.Null(NpgsqlDbType.Bigint);

        public NpgsqlParameterCollection Bind(ReadOnlyMemory<byte> value) => parameters.Typed(value, NpgsqlDbType.Bytea);

        public NpgsqlParameterCollection BindAll<T>(IReadOnlyList<T> items, Func<T, string> select) =>
            parameters.Typed(Project(items, item => PortableText.Encode(select(item))), NpgsqlDbType.Array | NpgsqlDbType.Text);

        public NpgsqlParameterCollection BindAll<T>(IReadOnlyList<T> items, Func<T, int> select) =>
            parameters.Typed(Project(items, select), NpgsqlDbType.Array | NpgsqlDbType.Integer);

        public NpgsqlParameterCollection BindAll<T>(IReadOnlyList<T> items, Func<T, long> select) =>
            parameters.Typed(Project(items, select), NpgsqlDbType.Array | NpgsqlDbType.Bigint);

        public NpgsqlParameterCollection BindAll<T>(IReadOnlyList<T> items, Func<T, ReadOnlyMemory<byte>> select) =>
            parameters.Typed(Project(items, select), NpgsqlDbType.Array | NpgsqlDbType.Bytea);

        private NpgsqlParameterCollection Typed<T>(T value, NpgsqlDbType type)
        {
            parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
            return parameters;
        }

        private NpgsqlParameterCollection Null(NpgsqlDbType type)
        {
            parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });
            return parameters;
        }
    }

    extension(NpgsqlDataReader row)
    {
        public string Text(int column) => PortableText.Decode(row.GetString(column));

        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.Text(column);

        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);

        public DateTimeOffset Instant(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? InstantOrNull(int column) => row.IsDBNull(column) ? null : row.Instant(column);
    }

    private static TResult[] Project<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> select)
    {
        var results = new TResult[items.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = select(items[i]);
        }

        return results;
    }
}
