using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Support.Sdk.ServiceDeskConsole.Tests.Hosting;
using Support.Sdk.Sessions;
using static Microsoft.Playwright.Assertions;

namespace Support.Sdk.ServiceDeskConsole.Tests;

public sealed partial class LanguageTests(Chromium chromium)
{
    private static readonly string WebRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    [Fact]
    public Task French_ChosenOnBothSides_ReachesTheRefusalsToo() => Desk.RunAsync(chromium, async desk =>
    {
        var alice = await desk.SignInAsync("alice");
        var pin = await alice.NewSessionAsync();
        await alice.Button("Français").ClickAsync();
        await Expect(alice.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await Expect(alice.Action("RequestAccess")).ToHaveTextAsync("Demander l’autorisation");
        await Expect(alice.Action("RequestAccess")).ToHaveAccessibleDescriptionAsync(
            "L’application d’assistance n’a pas encore été lancée. Le lien ou le code PIN de la session y mène.");
        await Expect(alice).ToHaveTitleAsync(new Regex(@"^Session \w{6} \(En attente\) – Service Desk$"));

        var customer = await desk.OpenAsync("/help");
        await customer.Button("Français").ClickAsync();
        desk.Expect(404);
        await customer.GetByLabel("Code PIN").FillAsync(pin == "000000" ? "111111" : "000000");
        await customer.Button("Continuer").ClickAsync();
        await Expect(customer.Locator("#pin-error")).ToHaveTextAsync("La session d’assistance n’est pas valide. Contactez votre technicien.");
        await customer.GetByLabel("Code PIN").FillAsync(pin);
        await customer.Button("Continuer").ClickAsync();
        await customer.Button("Lancer").ClickAsync();
        await customer.ToHaveHeadingAsync("Prêt");
        await alice.Action("RequestAccess").ClickAsync();
        await customer.ToHaveHeadingAsync("Alice Martin demande à se connecter à votre ordinateur");

        // Chosen once, it stays.
        await alice.ReloadAsync();
        await Expect(alice.Locator("html")).ToHaveAttributeAsync("lang", "fr");
    });

    [Fact]
    public void Catalogues_InBothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        var english = Catalogue("en");
        var french = Catalogue("fr");
        french.Keys.ShouldBe(english.Keys);
        foreach (var (key, text) in english)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            french[key].ShouldNotBeNullOrWhiteSpace(key);
            Placeholders(french[key]).ShouldBe(Placeholders(text), key);
        }
    }

    [Fact]
    public void Catalogue_HasEveryKeyThatThePagesName()
    {
        var keys = Catalogue("en").Keys.ToHashSet();
        var named = Directory.EnumerateFiles(Path.Combine(WebRoot, "js"), "*.js", SearchOption.AllDirectories)
            .SelectMany(file => KeyInScript.Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();
        named.Count.ShouldBeGreaterThan(80);
        named.Except(keys).ShouldBeEmpty();
    }

    [Fact]
    public void Catalogue_HasEveryNameThatTheServiceDeskMayTell()
    {
        var keys = Catalogue("en").Keys.ToHashSet();
        var needed = Enum.GetNames<SessionStatus>().Select(name => $"status.{Camel(name)}")
            .Concat(Enum.GetNames<ConsentOutcome>().Select(name => $"outcome.{Camel(name)}"))
            .Concat(Enum.GetNames<SessionAccessStatus>().SelectMany(name => new[] { $"access.short.{Camel(name)}", $"status.{Camel(name)}" }))
            .Concat(typeof(SessionEvent).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
                .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(type => $"event.{type.TypeDiscriminator}"));
        needed.Except(keys).ShouldBeEmpty();
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static SortedDictionary<string, string> Catalogue(string language)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(WebRoot, "texts", $"{language}.json")));
        return new(document.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!), StringComparer.Ordinal);
    }

    private static string[] Placeholders(string text) => [.. Placeholder.Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\bt\('([^']+)'")]
    private static partial Regex KeyInScript { get; }
}
