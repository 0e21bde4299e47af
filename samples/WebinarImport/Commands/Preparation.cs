using Microsoft.Extensions.Configuration;
using Support.Sdk.Webinars;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample.Commands;

/// <summary>What is to be imported, as options and settings say it: read and checked before anything begins.</summary>
internal static class Preparation
{
    public static readonly Option[] Options = [Option.Mapping, Option.Rows, Option.Webinar, Option.Kind, Option.Campaign, Option.Status, Option.Store];

    /// <summary>The mapping of <c>--mapping</c>.</summary>
    /// <exception cref="BadInputException">It cannot be read, or is wrong; every problem is shown.</exception>
    public static async Task<WebinarMapping> MappingAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.Line.Text(Option.Mapping) ?? MappingFile.Default;
        var (mapping, problems) = await MappingFile.ReadAsync(path, cancellationToken);
        if (mapping is not null)
        {
            return mapping;
        }

        ProblemList.Show(context.Screen, path, problems);
        throw new BadInputException(Option.Mapping.Name, InputRefusals.MappingWrong.Refuse(problems.Length, path));
    }

    /// <summary>The mapping compiled for the object as Salesforce describes it.</summary>
    /// <exception cref="BadInputException">There is no such object, or the mapping does not fit it; every problem is shown.</exception>
    public static async Task<MappingPlan> CompileAsync(CommandContext context, World world, WebinarMapping mapping, CancellationToken cancellationToken)
    {
        var path = context.Line.Text(Option.Mapping) ?? MappingFile.Default;
        var target = await world.Objects.DescribeAsync("", mapping.Object, cancellationToken)
            ?? throw new BadInputException($"{path}#/object", InputRefusals.ObjectUnknown.Refuse(mapping.Object));
        var problems = MappingValidator.Validate(mapping, target);
        if (!problems.Any(static problem => problem.Severity == MappingSeverity.Error))
        {
            return MappingPlan.Compile(mapping, target);
        }

        ProblemList.Show(context.Screen, path, problems);
        throw new BadInputException(Option.Mapping.Name, InputRefusals.MappingWrong.Refuse(problems.Count(static problem => problem.Severity == MappingSeverity.Error), path));
    }

    public static async Task<ImportOrder> OrderAsync(CommandContext context, World world, WebinarMapping mapping, CancellationToken cancellationToken)
    {
        var webinar = context.Line.Text(Option.Webinar) ?? world.Settings["Import:Webinar"] ?? throw new BadInputException(Option.Webinar.Name, InputRefusals.WebinarMissing.Refuse());
        if (await world.Webinars.FindAsync("", webinar, cancellationToken) is not { } found)
        {
            throw new BadInputException(Option.Webinar.Name, InputRefusals.WebinarUnknown.Refuse(webinar));
        }

        context.Screen.Say("webinar", ("title", found.Title), ("id", found.Id), ("start", found.Start));
        return new ImportOrder
        {
            WebinarId = webinar,
            Mapping = mapping,
            Kinds = [Kind(context.Line)],
            Campaign = mapping.Campaign == CampaignLink.None ? null : CampaignOf(context.Line, world),
        };
    }

    private static ParticipantKind Kind(CommandLine line) => line.OneOf(Option.Kind, "registrants", "invitees", "attendees") switch
    {
        "invitees" => ParticipantKind.Invitee,
        "attendees" => ParticipantKind.Attendee,
        _ => ParticipantKind.Registrant,
    };

    private static CampaignChoice CampaignOf(CommandLine line, World world) => new(
        line.Text(Option.Campaign) ?? world.Settings["Import:Campaign"] ?? throw new BadInputException(Option.Campaign.Name, InputRefusals.CampaignMissing.Refuse()),
        line.Text(Option.Status) ?? "Sent");
}
