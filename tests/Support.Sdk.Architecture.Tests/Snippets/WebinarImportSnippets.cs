using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Architecture.Snippets;

public sealed class WebinarImportSnippets
{
    [Fact]
    public async Task Import_FromTheRequestToTheReport()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var webex = await WebexEmulator.StartAsync(cancellationToken: cancellationToken);
        await using var salesforce = await SalesforceEmulator.StartAsync(cancellationToken: cancellationToken);
        var host = webex.AddUser("ada@example.com", "Ada Adams", new WebexUserSeed { WebinarLicense = true });
        var webinarId = webex.AddWebinar(host, new WebinarSeed { Start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Registrants = 3, PendingPercent = 0, RejectedPercent = 0 }).SeriesId;
        var services = new ServiceCollection();
        services.AddInMemoryStore().AddSupportSdk();
        services.AddWebex(options => (options.BaseAddress, options.AccessToken) = (webex.ApiAddress, host.AccessToken));
        services.AddSalesforce("", options => (options.BaseAddress, options.AccessToken) = (salesforce.BaseAddress, salesforce.CreateAccessToken()));
        await using var provider = services.BuildServiceProvider();
        var imports = provider.GetRequiredService<WebinarImportWorkflow>();
        var origin = new CommandOrigin(new Actor("ada@example.com", permissions: [ImportAccess.ImportAdmin]));
        (await provider.GetRequiredService<WebinarSetupWorkflow>().SwitchEverybodyAsync("salesforce", "", enabled: true, origin, cancellationToken)).ValueOrThrow();
        var mapping = new WebinarMapping("Contact", "Email", [new("Email", WebinarField.Email), new("LastName", WebinarField.LastName)]);
        var report = new MemoryStream();
        var console = new List<string>();
        #region WebinarImport
        var request = new WebinarImportRequest(webinarId, mapping) { Kinds = [ParticipantKind.Registrant] };

        using var preview = (await imports.PreviewAsync(request, origin, keep: true, cancellationToken)).ValueOrThrow();
        await foreach (var row in preview.ReadAsync(cancellationToken))         // a dry run: nothing is written
        {
            console.Add($"{row.Row.Number}: {row.Action}");
        }

        // Bound to the plan: when it no longer holds, the import says what drifted and writes nothing.
        var import = (await imports.StartAsync(request with { Plan = preview.Id }, origin, EffectExecution.Inline, cancellationToken)).ValueOrThrow();
        await foreach (var state in imports.WatchAsync(import.Id, origin, cancellationToken))
        {
            console.Add($"{state.Status}: {state.Counts.Rows} rows");           // from any host, until it is over
        }

        await imports.WriteReportAsync(import.Id, report, origin, CultureInfo.GetCultureInfo("fr"), ImportRowFilter.All, cancellationToken);
        #endregion

        Assert.Equal(["1: Insert", "2: Insert", "3: Insert", "Completed: 3 rows"], console);
        Assert.Equal(3, salesforce.Count("Contact"));
        Assert.True(report.Length > 100);
    }
}
