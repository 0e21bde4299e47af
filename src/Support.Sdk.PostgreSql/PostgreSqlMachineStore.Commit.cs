using Npgsql;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql;

public sealed partial class PostgreSqlMachineStore
{
    /// <inheritdoc />
    /// <remarks>One call of a function in the schema does it all; see docs/decisions/0008-positions.md for the lock it takes.</remarks>
    public async ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        commit.Validate();
        using var activity = PostgreSqlStoreTelemetry.StartCommit();
        var started = _database.Telemetry.Now();
        var outcome = "error";
        try
        {
            var rows = await _database.WriteAsync(_database.Sql.Commit, parameters => Bind(parameters, commit), ReadResult, cancellationToken).ConfigureAwait(false);
            var result = rows[0];
            outcome = result.Status switch
            {
                CommitStatus.Committed => "committed",
                CommitStatus.VersionConflict => "version_conflict",
                _ => "claim_taken",
            };
            if (result.Status is CommitStatus.Committed)
            {
                _database.SignalCommit();
            }

            return result;
        }
        finally
        {
            _database.Telemetry.CommitEnded(activity, started, outcome);
        }
    }

    /// <summary>The parameters of <c>commit_v1</c>, in its order.</summary>
    private static void Bind(NpgsqlParameterCollection parameters, StreamCommit commit) => parameters
        .Bind(commit.Stream.Value)
        .Bind(commit.ExpectedVersion)
        .Bind(commit.Snapshot.Machine)
        .Bind(commit.Snapshot.Version)
        .Bind(commit.Snapshot.Data)
        .Bind(commit.Deadline)
        .Bind(commit.ActorId)
        .Bind(commit.At)
        .Bind(commit.CorrelationId)
        .BindAll(commit.Events, static one => one.Event.Machine)
        .BindAll(commit.Events, static one => one.Event.Version)
        .BindAll(commit.Events, static one => one.Event.Type)
        .BindAll(commit.Events, static one => one.Event.Data)
        .BindAll(commit.Events, static one => one.Change.Subject)
        .BindAll(commit.Events, static one => one.Change.From)
        .BindAll(commit.Events, static one => one.Change.To)
        .BindAll(commit.Claims, static claim => claim)
        .BindAll(commit.Index, static entry => entry.Name)
        .BindAll(commit.Index, static entry => entry.Value)
        .Bind(commit.CompletesEffect?.ToString())
        .BindAll(commit.Effects, static effect => effect.Id.ToString())
        .BindAll(commit.Effects, effect => commit.Events[(int)(effect.Id.Version - commit.ExpectedVersion - 1)].Event.Version)
        .BindAll(commit.Effects, static effect => effect.Data)
        .Bind(commit.EffectLease?.Owner)
        .Bind(commit.EffectLease?.Until);

    private static CommitResult ReadResult(NpgsqlDataReader row) => new(
        row.GetInt32(0) switch
        {
            0 => CommitStatus.Committed,
            1 => CommitStatus.VersionConflict,
            _ => CommitStatus.ClaimTaken,
        },
        row.GetInt64(1),
        row.GetInt64(2),
        row.TextOrNull(3));
}
