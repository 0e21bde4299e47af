using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;

namespace Support.Sdk.Webinars;

public sealed partial class WebinarSetupWorkflow
{
    private const int RecordsAtOnce = 2_000;

    /// <summary>Creates or replaces the mapping of an object (WBN-02).</summary>
    /// <param name="system">The system into which is imported.</param>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="request">The mapping, and what was confirmed.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Whether it was saved, all problems of the mapping at once, and what a change of the primary key does. Not saved is what does not fit its object
    /// (<c>webinars.mapping-unfit</c>; warnings do not count), is of no object (<c>webinars.object-not-found</c>), or is not confirmed
    /// (<c>webinars.confirm-primary-key</c>, <c>webinars.confirm-key-change</c>).
    /// </returns>
    /// <remarks>
    /// Asks for the object's description. When the primary key becomes another, reads both keys of every record of the object that was ever imported, however many;
    /// the same again with each attempt.
    /// </remarks>
    public async ValueTask<SavedMapping> SaveMappingAsync(
        string system, string account, SaveMappingRequest request, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Mapping, nameof(request));
        var mapping = request.Mapping;
        if (ImportAccess.RefuseConfigure(origin.Actor) is { } refusal)
        {
            return new SavedMapping { Outcome = refusal };
        }

        var objects = _services.GetRequiredKeyedService<IImportObjects>(system);
        if (await objects.DescribeAsync(account, mapping.Object, cancellationToken).ConfigureAwait(false) is not { } target)
        {
            return new SavedMapping { Outcome = WebinarImportRefusals.ObjectNotFound.Refuse(mapping.Object) };
        }

        // However the document spells the object: what was imported is found by its name.
        mapping = mapping with { Object = target.Name };
        var situation = request.Situation with { PackageVersion = request.Situation.PackageVersion ?? _options.PackageVersion };
        var problems = MappingValidator.Validate(mapping, target, situation);
        var errors = problems.Where(static problem => problem.Severity == MappingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var places = string.Join(", ", errors.Select(static problem => problem.Place).Distinct());
            return new SavedMapping { Outcome = WebinarImportRefusals.MappingUnfit.Refuse(mapping.Object, errors.Count, places), Problems = problems };
        }

        KeyChange? change = null;
        var setup = await ReadAsync(system, account, cancellationToken).ConfigureAwait(false);
        if (setup.FindKey(mapping.Object) is { } former && !string.Equals(former, mapping.PrimaryKey, StringComparison.OrdinalIgnoreCase))
        {
            var check = await CheckKeyChangeAsync(objects, account, target, former, mapping.PrimaryKey, cancellationToken).ConfigureAwait(false);
            change = new KeyChange(former, check.Forecast, request.IsKeyChangeConfirmed);
            problems = problems.Add(check.ToWarning());
        }

        var command = new WebinarSetupCommand.SaveMapping(mapping, request.ConfirmedPrimaryKey, change);
        return new SavedMapping
        {
            Outcome = await ExecuteAsync(system, account, command, origin, cancellationToken).ConfigureAwait(false),
            Problems = problems,
            Forecast = change?.Forecast,
        };
    }

    private async ValueTask<KeyChangeCheck> CheckKeyChangeAsync(
        IImportObjects objects, string account, TargetObject target, string former, string next, CancellationToken cancellationToken)
    {
        // A mapping that fits names a field that is there. Of the former key this cannot be known: when the field is gone, every record counts as one that had a value.
        var to = target.TryFind(next, out var found) ? found : throw new InvalidOperationException($"{target.Name} has no field {next}.");
        var isThere = target.TryFind(former, out var from);
        var check = new KeyChangeCheck(from ?? new TargetField(former, TargetFieldType.String), to);
        string[] fields = isThere ? [to.Name, from!.Name] : [to.Name];
        var imported = _services.GetRequiredService<IImportLedger>().ReadRecordsAsync(account, target.Name, cancellationToken);
        await foreach (var ids in imported.Chunk(RecordsAtOnce).ConfigureAwait(false))
        {
            await foreach (var (id, values) in objects.ReadAsync(account, target.Name, fields, ids, cancellationToken).ConfigureAwait(false))
            {
                check.Add(new ExistingKey(id, isThere ? values[1] : id, values[0]));
            }
        }

        return check;
    }
}
