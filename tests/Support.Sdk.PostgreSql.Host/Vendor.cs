using Npgsql;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>
/// A vendor with books of its own, in a schema that the store knows nothing of. It deduplicates by idempotency key, writes down every attempt, is busy for the first
/// attempt of one order in ten, and lets its caller wait for the answer after the order was made: the time in which a host dies without having heard it.
/// </summary>
internal sealed class Vendor(NpgsqlDataSource source, string schema)
{
    private const double SecondsToAnswer = 0.03;

    public static string SchemaOf(string storeSchema) => $"{storeSchema}_vendor";

    public static string Tables(string schema) => $"""
        CREATE SCHEMA {schema};
        CREATE TABLE {schema}.attempts (no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, host text NOT NULL, was_busy boolean NOT NULL,
          at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE INDEX ON {schema}.attempts (key);
        CREATE TABLE {schema}.orders (key text PRIMARY KEY, reference text NOT NULL);
        CREATE FUNCTION {schema}.place(p_key text, p_host text) RETURNS text LANGUAGE plpgsql AS $place$
        DECLARE
          v_busy boolean := hashtext(p_key) % 10 = 0 AND NOT EXISTS (SELECT FROM {schema}.attempts WHERE key = p_key);
        BEGIN
          INSERT INTO {schema}.attempts (key, host, was_busy) VALUES (p_key, p_host, v_busy);
          IF v_busy THEN RETURN NULL; END IF;
          INSERT INTO {schema}.orders (key, reference) VALUES (p_key, 'order-' || md5(p_key)) ON CONFLICT (key) DO NOTHING;
          RETURN (SELECT reference FROM {schema}.orders WHERE key = p_key);
        END
        $place$;
        """;

    /// <summary>Places an order.</summary>
    /// <returns>Its reference; <see langword="null"/> when the vendor is busy.</returns>
    public async Task<string?> PlaceAsync(string key, string host, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var place = new NpgsqlCommand($"SELECT {schema}.place($1, $2)", connection) { Parameters = { new() { Value = key }, new() { Value = host } } };
        var reference = await place.ExecuteScalarAsync(cancellationToken) as string;
        await using var wait = new NpgsqlCommand("SELECT pg_sleep($1)", connection) { Parameters = { new() { Value = SecondsToAnswer } } };
        await wait.ExecuteNonQueryAsync(cancellationToken);
        return reference;
    }
}
