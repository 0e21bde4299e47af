using Npgsql;
using Support.Sdk.PostgreSql.Host;
using Support.Sdk.PostgreSql.Tests;
using Support.Sdk.Stores;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Every effect took place once, whoever died over it, and was reported once.</summary>
internal sealed class EffectChecks
{
    private readonly Dictionary<string, string> _orders = new(StringComparer.Ordinal);

    public int Effects { get; private set; }

    /// <summary>All attempts that reached the vendor.</summary>
    public long Attempts { get; private set; }

    /// <summary>Those that it turned away.</summary>
    public long Busy { get; private set; }

    /// <summary>Those made again although the vendor had done it: by hosts that took over from a dead one, which had not heard or not written down the answer.</summary>
    public long Repeated => Attempts - Busy - _orders.Count;

    public static async Task<EffectChecks> ReadAsync(TestSchema schema, CancellationToken cancellationToken)
    {
        var checks = new EffectChecks();
        var vendor = Vendor.SchemaOf(schema.Name);
        checks.Attempts = await schema.ScalarAsync<long>($"SELECT count(*) FROM {vendor}.attempts");
        checks.Busy = await schema.ScalarAsync<long>($"SELECT count(*) FROM {vendor}.attempts WHERE was_busy");
        await using var connection = await schema.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT key, reference FROM {vendor}.orders", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            checks._orders.Add(reader.GetString(0), reader.GetString(1));
        }

        return checks;
    }

    public IEnumerable<string> Check(History history)
    {
        var demanded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (stream, steps) in history.Errands)
        {
            var reports = steps.Where(step => step.Event is ErrandEvent.Delivered).ToLookup(step => step.Event.Id, step => ((ErrandEvent.Delivered)step.Event).Reference, StringComparer.Ordinal);
            foreach (var sent in steps.Where(step => step.Event is ErrandEvent.Sent))
            {
                Effects++;
                var effect = new EffectId(sent.Recorded.Stream, sent.Recorded.Version, 0).ToString();
                demanded.Add(effect);
                var reported = reports[sent.Event.Id].ToArray();
                if (!_orders.TryGetValue(effect, out var reference))
                {
                    yield return $"the vendor never heard of {effect}";
                }
                else if (reported is not [var one] || one != reference)
                {
                    yield return $"{effect} is the vendor's {reference}; reported was {(reported.Length == 0 ? "nothing" : string.Join(", ", reported))}";
                }
            }

            foreach (var twice in steps.Where(step => step.Event is ErrandEvent.Sent).GroupBy(step => step.Event.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                yield return $"{stream}: {twice.Key} was sent {twice.Count()} times";
            }
        }

        foreach (var order in _orders.Keys.Where(order => !demanded.Contains(order)))
        {
            yield return $"the vendor carried out {order}, which nobody demanded";
        }
    }
}
