using Npgsql;
using Support.Sdk.PostgreSql.Host;
using Support.Sdk.PostgreSql.Tests;
using Support.Sdk.Stores;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>Every effect took place once, whoever died over it, and was reported once.</summary>
internal sealed class EffectChecks
{
    private readonly Dictionary<string, string> _orders = new(StringComparer.Ordinal);
    private readonly List<(string Effect, string Host, bool WasBusy, DateTimeOffset At)> _attempts = [];

    public int Effects { get; private set; }

    /// <summary>All attempts that reached the vendor.</summary>
    public int Attempts => _attempts.Count;

    /// <summary>Those that it turned away.</summary>
    public int Busy => _attempts.Count(attempt => attempt.WasBusy);

    /// <summary>Those made although the vendor had done it already.</summary>
    public int Repeated => Attempts - Busy - _orders.Count;

    public static async Task<EffectChecks> ReadAsync(TestSchema schema, CancellationToken cancellationToken)
    {
        var checks = new EffectChecks();
        var vendor = Vendor.SchemaOf(schema.Name);
        await using var connection = await schema.OpenAsync();
        await using (var command = new NpgsqlCommand($"SELECT key, reference FROM {vendor}.orders", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                checks._orders.Add(reader.GetString(0), reader.GetString(1));
            }
        }

        await using (var command = new NpgsqlCommand($"SELECT key, host, was_busy, at FROM {vendor}.attempts ORDER BY no", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                checks._attempts.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetFieldValue<DateTimeOffset>(3)));
            }
        }

        return checks;
    }

    /// <summary>What the vendor has done is asked for again only when the host that asked for it has died since, and had not heard or not written down the answer.</summary>
    public IEnumerable<string> CheckRepeats(IReadOnlySet<string> dead, TimeSpan lease, StallMeter stalls)
    {
        foreach (var attempts in _attempts.GroupBy(attempt => attempt.Effect, StringComparer.Ordinal))
        {
            foreach (var (first, again) in attempts.Zip(attempts.Skip(1)).Where(pair => !pair.First.WasBusy))
            {
                // A host that did not run for a while could not renew its lease either; or it had lost it before it began, when the commit that gave it took so long.
                if (!dead.Contains(first.Host) && stalls.Between(first.At - lease, again.At) == TimeSpan.Zero)
                {
                    yield return $"{attempts.Key} was asked for by {first.Host}, which lives, at {first.At:O}, and again by {again.Host} at {again.At:O}";
                }
            }
        }
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
