using System.Collections.Immutable;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Checks what somebody wants to import against what is there, before anything is planned or written.</summary>
internal sealed class ImportPreparation(ImportPorts ports)
{
    private const int NamedPlaces = 3;

    /// <summary>The compiled mapping of an order, or why there is none.</summary>
    public async ValueTask<Outcome<MappingPlan>> CompileAsync(ImportOrder order, CancellationToken cancellationToken)
    {
        if (await ports.Objects.DescribeAsync(order.TargetAccount, order.Mapping.Object, cancellationToken).ConfigureAwait(false) is not { } target)
        {
            return WebinarImportRefusals.ObjectNotFound.Refuse(order.Mapping.Object);
        }

        var errors = MappingValidator.Validate(order.Mapping, target).Where(static problem => problem.Severity == MappingSeverity.Error).ToList();
        return errors.Count == 0
            ? MappingPlan.Compile(order.Mapping, target)
            : WebinarImportRefusals.MappingUnfit.Refuse(target.Name, errors.Count, string.Join(", ", errors.Take(NamedPlaces).Select(static problem => problem.Place)));
    }

    /// <summary>The campaign of a request, or why its records cannot be linked; nothing where the mapping links to none.</summary>
    public async ValueTask<Outcome<CampaignChoice?>> FindCampaignAsync(WebinarImportRequest request, Version? packageVersion, CancellationToken cancellationToken)
    {
        var forms = CampaignRules.FormsOf(request.Mapping.Campaign);
        if (forms.IsEmpty)
        {
            return new Outcome<CampaignChoice?>((CampaignChoice?)null);
        }

        ImmutableArray<string> statuses = [];
        if (request.CampaignId is { } id)
        {
            if (await ports.Campaigns.FindStatusesAsync(request.TargetAccount, id, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return WebinarImportRefusals.CampaignNotFound.Refuse(id);
            }

            statuses = found;
        }

        var campaign = request.CampaignId is null ? null : new CampaignChoice(request.CampaignId, statuses, request.CampaignStatus);
        return CampaignRules.Check(request.Mapping, campaign, packageVersion) is [var refusal, ..] ? refusal
            : forms.Any(form => ports.Campaigns.ShapeOf(request.TargetAccount, form, request.Mapping.Object) is null)
                ? WebinarImportRefusals.CampaignFormUnknown.Refuse(request.Mapping.Object)
                : campaign;
    }
}
