using System.Globalization;
using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.Tests.Meetings;

[Requirement("MTG-16")]
public sealed class MeetingTextsTests
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    // What each key that is no refusal offers, as MeetingTexts documents it.
    private static readonly Dictionary<string, string[]> Offered = new()
    {
        [MeetingTexts.ReplyStarted] = ["topic", "start", "end", "duration", "timeZone", "host", "link"],
        [MeetingTexts.ReplyScheduled] = ["topic", "start", "end", "duration", "timeZone", "host", "link"],
        [MeetingTexts.ReplyCancelled] = ["topic", "start", "end", "duration", "timeZone", "host", "link"],
        [MeetingTexts.ReplyNumber] = ["number"],
        [MeetingTexts.ReplyPassword] = ["password"],
        [MeetingTexts.InstantTopic] = ["workItem"],
        [MeetingTexts.Log] = ["topic", "host", "start", "end", "duration"],
        [MeetingTexts.WorkItemAdministrator] = [],
        [MeetingTexts.SiteAdministrator] = [],
        [MeetingTexts.Host] = [],
        [MeetingTexts.StartInstantAction] = [],
        [MeetingTexts.ScheduleAction] = [],
        [MeetingTexts.StartAction] = [],
        [MeetingTexts.JoinAction] = [],
        [MeetingTexts.CancelAction] = [],
        [MeetingTexts.EditReplyAction] = [],
        [MeetingTexts.SubmitReplyAction] = [],
        [MeetingTexts.DiscardReplyAction] = [],
        [MeetingTexts.InstallAction] = [],
        [MeetingTexts.UninstallAction] = [],
        [MeetingTexts.LinkSiteAction] = [],
        [MeetingTexts.UnlinkSiteAction] = [],
        [MeetingTexts.EnableExtensionAction] = [],
        [MeetingTexts.DisableExtensionAction] = [],
        [MeetingTexts.SignInAdministratorAction] = [],
        [MeetingTexts.EnableMeetingsAction] = [],
        [MeetingTexts.DisableMeetingsAction] = [],
        [MeetingTexts.ConfigureLoggingAction] = [],
        [MeetingTexts.ConfigureListsAction] = [],
    };

    private static IEnumerable<RefusalCode> Codes => MeetingRefusals.All.Concat(MeetingSetupRefusals.All);

    public static TheoryData<string, string> RefusalsByLanguage()
    {
        TheoryData<string, string> data = [];
        foreach (var code in Codes.Concat(KernelRefusals.All))
        {
            data.Add(code.Code, "");
            data.Add(code.Code, "fr");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(RefusalsByLanguage))]
    public void Source_OfEveryRefusal_HasExactlyTheCodesParameters(string code, string language)
    {
        var refusal = Codes.Concat(KernelRefusals.All).Single(candidate => candidate.Code == code);
        var culture = CultureInfo.GetCultureInfo(language);
        var template = (MeetingTexts.Source.Find(code, culture) ?? KernelTexts.Source.Find(code, culture)).ShouldNotBeNull();

        TextTemplate.Parse(template).Placeholders.ShouldBe(refusal.Parameters, ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fr")]
    public void Source_InEachLanguage_HoldsEveryKeyAndNoOther(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);

        MeetingTexts.Source.Keys(culture).ShouldBe(Codes.Select(code => code.Code).Concat(Offered.Keys), ignoreOrder: true);
        KernelTexts.Source.Keys(culture).ShouldBe(KernelRefusals.All.Select(code => code.Code), ignoreOrder: true);
    }

    [Fact]
    public void Offered_OfThisTest_ListsEveryConstantOfMeetingTexts()
    {
        var constants = typeof(MeetingTexts).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        constants.ShouldBe(Offered.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Source_OfEveryOtherText_UsesTheSameDocumentedPlaceholdersInBothLanguages()
    {
        foreach (var (key, offered) in Offered)
        {
            var english = TextTemplate.Parse(MeetingTexts.Source.Find(key, English)!).Placeholders;
            var french = TextTemplate.Parse(MeetingTexts.Source.Find(key, French)!).Placeholders;

            english.Except(offered).ShouldBeEmpty(key);
            french.ShouldBe(english, ignoreOrder: true, key);
        }
    }

    [Fact]
    public void Source_OfEveryRemedy_NamesThePersonOrTheAction()
    {
        foreach (var remedy in Codes.SelectMany(code => code.Remedies))
        {
            switch (remedy.Kind)
            {
                case RemedyKind.Ask:
                    Offered.ShouldContainKey(MeetingTexts.KeyOfPerson(remedy.Subject));
                    break;
                case RemedyKind.Action:
                    Offered.ShouldContainKey(MeetingTexts.KeyOfAction(remedy.Subject));
                    break;
            }
        }
    }

    [Fact]
    public void Source_OfEveryActionThatExplainCanName_HasALabel()
    {
        var actions = new[] { nameof(MeetingTrigger.StartInstant), nameof(MeetingTrigger.Schedule), nameof(MeetingTrigger.Start), nameof(MeetingTrigger.Cancel) }
            .Concat([nameof(ReplyTrigger.EditReply), nameof(ReplyTrigger.SubmitReply), nameof(ReplyTrigger.DiscardReply), "Join"])
            .Concat(MeetingSetupTables.Setup.Triggers);

        Offered.Keys.Where(key => key.StartsWith("actions.", StringComparison.Ordinal)).ShouldBe(actions.Select(MeetingTexts.KeyOfAction), ignoreOrder: true);
    }

    [Fact]
    public void Source_OfRefusalsThatNeedSomebodyElse_SaysWhomToAsk()
    {
        foreach (var code in Codes)
        {
            foreach (var remedy in code.Remedies.Where(remedy => remedy.Kind == RemedyKind.Ask))
            {
                foreach (var culture in new[] { English, French })
                {
                    var whom = MeetingTexts.Source.Find(MeetingTexts.KeyOfPerson(remedy.Subject), culture)!;
                    MeetingTexts.Source.Find(code.Code, culture)!.ShouldContain(whom);
                }
            }
        }
    }

    [Fact]
    public void Write_ScheduledReplyInFrench_ReadsAsTheCustomerSeesIt()
    {
        var catalog = new TextCatalog([MeetingTexts.Source]);
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var start = new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero);

        var text = catalog.Write(
            MeetingTexts.ReplyScheduled,
            French,
            paris,
            ("topic", "Panne réseau"),
            ("start", start),
            ("end", start.AddMinutes(90)),
            ("duration", TimeSpan.FromMinutes(90)),
            ("timeZone", "Europe/Paris"),
            ("host", "Alice Martin"),
            ("link", "https://example.webex.com/meet/alice"));

        text.Replace('\u00a0', ' ').ReplaceLineEndings("\n").ShouldBe(
            """
            Bonjour,

            Alice Martin a programmé une réunion Webex : Panne réseau

            Date : lundi 2 mars 2026
            Heure : 14:00 – 15:30 (Europe/Paris)
            Durée : 1 h 30 min

            Lorsqu’il est l’heure, rejoignez la réunion : https://example.webex.com/meet/alice
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Write_RefusalWithInstant_UsesTheReadersLanguageAndTimeZone()
    {
        var catalog = new TextCatalog([MeetingTexts.Source, KernelTexts.Source]);
        var refusal = MeetingRefusals.NotYet.Refuse(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));

        catalog.Write(refusal, CultureInfo.GetCultureInfo("fr-CA"), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto")).ShouldEndWith("à partir du mercredi 1 juillet 2026 à 04 h 00.");
        catalog.Write(refusal, CultureInfo.GetCultureInfo("en-GB"), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ShouldContain("1 July 2026 at 09:00");
        catalog.Write(KernelRefusals.Conflict.Refuse(5), CultureInfo.GetCultureInfo("en")).ShouldContain("5 attempts");
    }

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    [InlineData("en-US")]
    public void Write_TextReplacedByTheHost_IsTheHostsInEveryKindOfEnglish(string culture)
    {
        var host = new HostTexts(("", "meetings.over", "Too late, mate."));
        var catalog = new TextCatalog([host, MeetingTexts.Source]);

        catalog.Write(MeetingRefusals.Over.Refuse(), CultureInfo.GetCultureInfo(culture)).ShouldBe("Too late, mate.");
        catalog.Write(MeetingRefusals.Over.Refuse(), French).ShouldStartWith("Cette réunion est terminée");
    }

    [Fact]
    public void Write_LanguageAddedByTheHost_FallsBackToEnglishForWhatItLacks()
    {
        var host = new HostTexts(("de", MeetingTexts.CancelAction, "Besprechung absagen"));
        var catalog = new TextCatalog([host, MeetingTexts.Source]);
        var austrian = CultureInfo.GetCultureInfo("de-AT");

        catalog.Write(MeetingTexts.CancelAction, austrian, TimeZoneInfo.Utc).ShouldBe("Besprechung absagen");
        catalog.Write(MeetingTexts.JoinAction, austrian, TimeZoneInfo.Utc).ShouldBe("Join meeting");
    }

    [Theory]
    [InlineData("actions.StartInstant", "Démarrer la réunion")]
    [InlineData("actions.Schedule", "Programmer la réunion")]
    [InlineData("actions.Join", "Rejoindre la réunion")]
    public void Source_InFrench_UsesTheWordsOfTheSource(string key, string label) => MeetingTexts.Source.Find(key, French).ShouldBe(label);

    private sealed class HostTexts(params (string Culture, string Key, string Text)[] texts) : ITextSource
    {
        public string? Find(string key, CultureInfo culture) =>
            texts.FirstOrDefault(text => text.Culture == culture.Name && text.Key == key).Text;
    }
}
