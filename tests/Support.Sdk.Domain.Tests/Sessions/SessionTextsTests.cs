using System.Globalization;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;

namespace Support.Sdk.Tests.Sessions;

public sealed class SessionTextsTests
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    private static readonly string[] People = ["technician", "assigned-technician", "channel-manager", "service-desk-administrator"];

    private static readonly RefusalCode[] All = [.. SessionRefusals.All, .. ChannelRefusals.All];

    public static TheoryData<string> Codes() => [.. All.Select(code => code.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Source_OfEveryRefusal_HasExactlyTheCodesParametersInBothLanguages(string code)
    {
        var refusal = All.Single(candidate => candidate.Code == code);
        foreach (var culture in new[] { English, French })
        {
            TextTemplate.Parse(SessionTexts.Source.Find(code, culture).ShouldNotBeNull()).Placeholders.ShouldBe(refusal.Parameters, ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Source_OfRefusalsThatNeedSomebodyElse_SaysWhomToAsk(string code)
    {
        foreach (var remedy in All.Single(candidate => candidate.Code == code).Remedies.Where(remedy => remedy.Kind == RemedyKind.Ask))
        {
            foreach (var culture in new[] { English, French })
            {
                var whom = SessionTexts.Source.Find(SessionTexts.KeyOfPerson(remedy.Subject), culture).ShouldNotBeNull();
                SessionTexts.Source.Find(code, culture)!.ShouldContain(whom);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("fr")]
    public void Source_InEachLanguage_HoldsEveryKeyAndNoOther(string language) =>
        SessionTexts.Source.Keys(CultureInfo.GetCultureInfo(language)).ShouldBe(
            [
                .. All.Select(code => code.Code),
                .. People.Select(SessionTexts.KeyOfPerson),
                .. Enum.GetValues<SessionTrigger>().Where(trigger => trigger != SessionTrigger.TimeUp).Select(trigger => SessionTexts.KeyOfAction(trigger.ToString())),
                .. Enum.GetNames<ChannelTrigger>().Select(SessionTexts.KeyOfChannelAction),
                .. Enum.GetValues<SessionStatus>().Where(status => status != SessionStatus.None).Select(SessionTexts.KeyOfStatus),
            ],
            ignoreOrder: true);

    [Fact]
    public void All_OfTheRefusals_ListsEveryCodeOnce()
    {
        var defined = typeof(SessionRefusals).GetProperties().Concat(typeof(ChannelRefusals).GetProperties()).Select(property => property.GetValue(null)).OfType<RefusalCode>().ToList();

        All.ShouldBe(defined, ignoreOrder: true);
        All.Select(code => code.Code).ShouldBeUnique();
    }

    [Fact]
    public void Remedies_ThatAreActions_NameATriggerOfTheMachine() =>
        SessionRefusals.All.SelectMany(code => code.Remedies).Where(remedy => remedy.Kind == RemedyKind.Action)
            .ShouldAllBe(remedy => SessionTables.Session.Triggers.Contains(remedy.Subject));

    [Fact]
    public void Remedies_OfChannels_NameATriggerOfTheMachine() =>
        ChannelRefusals.All.SelectMany(code => code.Remedies).Where(remedy => remedy.Kind == RemedyKind.Action)
            .ShouldAllBe(remedy => ChannelTables.Channel.Triggers.Contains(remedy.Subject));

    [Theory]
    [InlineData(SessionStatus.Waiting, "En attente")]
    [InlineData(SessionStatus.Active, "Actif")]
    [InlineData(SessionStatus.InQueue, "Dans la file d’attente")]
    [InlineData(SessionStatus.Expired, "Expiré")]
    [InlineData(SessionStatus.Closed, "Fermé")]
    public void Source_OfAStatusInFrench_UsesTheWordsOfTheSource(SessionStatus status, string name) =>
        SessionTexts.Source.Find(SessionTexts.KeyOfStatus(status), French).ShouldBe(name);
}
