using System.Globalization;
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

        ProblemList.Show(context.Screen, context.Screen.Errors, path, problems);
        throw new BadInputException(Option.Mapping.Name, InputRefusals.MappingWrong.Refuse(problems.Length, path));
    }

    /// <summary>The request, and the webinar that it names.</summary>
    /// <exception cref="BadInputException">An option is missing or wrong, or the mapping does not fit the object as Salesforce describes it; every problem is shown.</exception>
    public static async Task<WebinarImportRequest> RequestAsync(CommandContext context, World world, WebinarMapping mapping, CancellationToken cancellationToken)
    {
        var webinar = context.Line.Text(Option.Webinar) ?? world.Settings["Import:Webinar"] ?? throw new BadInputException(Option.Webinar.Name, InputRefusals.WebinarMissing.Refuse());
        var found = await world.Webinars.FindAsync("", webinar, cancellationToken) ?? throw new BadInputException(Option.Webinar.Name, InputRefusals.WebinarUnknown.Refuse(webinar));
        await CheckAsync(context, world, mapping, cancellationToken);
        if (mapping.Campaign == CampaignLink.None && Array.Find([Option.Campaign, Option.Status], context.Line.Has) is { } pointless)
        {
            throw new BadInputException(pointless.Name, InputRefusals.NothingLinked.Refuse());
        }

        context.Screen.Say("webinar", ("title", found.Title), ("id", found.Id), ("start", found.Start));
        var isLinked = mapping.Campaign != CampaignLink.None;
        return new WebinarImportRequest(webinar, mapping)
        {
            Kinds = [KindOf(context.Line)],
            CampaignId = !isLinked ? null
                : context.Line.Text(Option.Campaign) ?? world.Settings["Import:Campaign"] ?? throw new BadInputException(Option.Campaign.Name, InputRefusals.CampaignMissing.Refuse()),
            CampaignStatus = isLinked ? context.Line.Text(Option.Status) : null,
            Plan = context.Line.Text(Option.Plan),
        };
    }

    /// <summary>Whether the mapping fits the object. The SDK refuses such a mapping too, in one line; a person who wrote the file wants to see every place.</summary>
    /// <exception cref="BadInputException">It does not; every problem is shown.</exception>
    public static async Task CheckAsync(CommandContext context, World world, WebinarMapping mapping, CancellationToken cancellationToken)
    {
        var path = context.Line.Text(Option.Mapping) ?? MappingFile.Default;
        var target = await world.Objects.DescribeAsync("", mapping.Object, cancellationToken)
            ?? throw new BadInputException($"{path}#/object", InputRefusals.UnknownObject(mapping.Object));
        var problems = MappingValidator.Validate(mapping, target);
        if (problems.Count(static problem => problem.Severity == MappingSeverity.Error) is > 0 and var errors)
        {
            ProblemList.Show(context.Screen, context.Screen.Errors, path, problems);
            throw new BadInputException(Option.Mapping.Name, InputRefusals.MappingWrong.Refuse(errors, path));
        }
    }

    private static ParticipantKind KindOf(CommandLine line) => line.OneOf(Option.Kind, "registrants", "invitees", "attendees") switch
    {
        "invitees" => ParticipantKind.Invitee,
        "attendees" => ParticipantKind.Attendee,
        _ => ParticipantKind.Registrant,
    };
}
