using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Texts;
using Support.Sdk.Webinars;

namespace Support.Sdk.Architecture.Snippets;

public sealed class WebinarSetupSnippets
{
    [Fact]
    public async Task Configuration_FromTheMappingToTheList()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IImportObjects, Contacts>("salesforce");
        services.AddKeyedSingleton<IWebinarSource, NoWebinars>("webex");
        services.AddInMemoryStore().AddSupportSdk();
        await using var provider = services.BuildServiceProvider();
        var (setup, texts, culture) = (provider.GetRequiredService<WebinarSetupWorkflow>(), provider.GetRequiredService<TextCatalog>(), CultureInfo.InvariantCulture);
        var mapping = new WebinarMapping("Contact", "Email", [new("Email", WebinarField.Email), new("LastName", WebinarField.LastName)]);
        var origin = new CommandOrigin(new Actor("ada@example.com", permissions: [ImportAccess.ImportAdmin]));
        var (account, paris, cancellationToken) = ("", TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        var report = new List<string>();
        #region WebinarSetup
        var asked = await setup.SaveMappingAsync("salesforce", account, new SaveMappingRequest(mapping), origin, cancellationToken);
        foreach (var problem in asked.Problems)                                 // all at once, warnings too
        {
            report.Add($"{problem.Place}: {texts.Write(problem.Refusal, culture)}");
        }

        if (asked.Outcome.Refusal is { } refusal)                               // here: please confirm that Email is the primary key
        {
            report.Add(texts.Write(refusal, culture));
        }

        var confirmed = new SaveMappingRequest(mapping) { ConfirmedPrimaryKey = "Email" };
        await setup.SaveMappingAsync("salesforce", account, confirmed, origin, cancellationToken);
        await setup.SetRangeAsync("salesforce", account, pastDays: 14, upcomingDays: 30, origin, cancellationToken);
        await setup.AddProfileAsync("salesforce", account, "Marketing", origin, cancellationToken);
        await setup.AddUserAsync("salesforce", account, "ada@example.com", origin, cancellationToken);

        var webinars = await setup.ListWebinarsAsync("salesforce", account, "webex", "", paris, origin, cancellationToken);
        #endregion

        Assert.Equal("Please confirm that Email is the primary key of Contact: by it participants are found again.", report[^1]);
        Assert.Empty(webinars.ValueOrThrow());
        Assert.Equal(WebinarSetupStatus.On, (await setup.ReadAsync("salesforce", account, cancellationToken)).Status);
    }

    private sealed class Contacts : IImportObjects
    {
        public ValueTask<TargetObject?> DescribeAsync(string account, string objectName, CancellationToken cancellationToken = default) => new(new TargetObject(
            "Contact",
            [
                new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true },
                new("LastName", TargetFieldType.String) { Label = "Last Name", Length = 80, IsNillable = false },
            ]));

        public async IAsyncEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> ReadAsync(
            string account,
            string objectName,
            IReadOnlyList<string> fields,
            IReadOnlyCollection<string> recordIds,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield break;
        }
    }

    private sealed class NoWebinars : IWebinarSource
    {
        public async IAsyncEnumerable<WebinarSummary> ListAsync(
            string account, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield break;
        }

        public ValueTask<WebinarSummary?> FindAsync(string account, string webinarId, CancellationToken cancellationToken = default) => new((WebinarSummary?)null);

        public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
            string account, string webinarId, ParticipantKind kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield break;
        }
    }
}
