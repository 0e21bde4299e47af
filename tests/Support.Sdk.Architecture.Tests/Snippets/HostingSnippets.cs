using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Effects;
using Support.Sdk.Meetings;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Texts;
using Support.Sdk.Tokens;
using Support.Sdk.Webex;
using Support.Sdk.WorkItems;
using Support.Sdk.Zendesk;

namespace Support.Sdk.Architecture.Snippets;

/// <summary>What hosts write; compiled here, shown in the documentation.</summary>
internal static class HostingSnippets
{
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        #region Register
        services.AddSupportSdk(configuration.GetSection("SupportSdk"));
        services.AddSqliteStore("data/support.db");
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(SecretKey.FromBase64("2026-11", configuration["Secrets:Key"]!)));
        services.AddWebex(configuration.GetSection("Webex"));
        services.AddZendesk(configuration.GetSection("Zendesk"));
        #endregion
    }

    public static void RegisterSqlite(IServiceCollection services, IConfiguration configuration)
    {
        #region SqliteStore
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(SecretKey.FromBase64("2026-11", configuration["Secrets:Key"]!)));
        services.AddSqliteStore("data/support.db");            // or a configuration section, or a delegate
        #endregion
    }

    public static void RegisterSecrets(IServiceCollection services)
    {
        #region DataProtectionSecrets
        services.AddDataProtectionSecrets();
        services.AddSqliteStore("data/support.db");   // tokens are encrypted by the key ring from now on
        #endregion
    }

    public static void RegisterAccounts(IServiceCollection services, IConfiguration configuration)
    {
        #region SeveralAccounts
        services.AddZendesk("emea", options => configuration.GetSection("Zendesk:Emea").Bind(options));
        services.AddZendesk("amer", options => configuration.GetSection("Zendesk:Amer").Bind(options));
        services.AddWebex("emea", options => configuration.GetSection("Webex:Emea").Bind(options));

        // The account is part of the name of a work item and of a host: streams, set-ups and tokens never mix.
        var workItem = new WorkItemRef(WorkItemRef.Zendesk, "emea", "35436");
        var host = new MeetingHost(MeetingHost.Webex, "emea", "anna@example.com");
        #endregion

        (workItem.Account, host.Account).ShouldBe(("emea", "emea"));
    }

    public static async Task UseClients(IWebexClientFactory webexClients, IZendeskClientFactory zendeskClients, CancellationToken cancellationToken)
    {
        #region ClientsOfAccounts
        var me = await webexClients.GetClient("emea").People.GetMeAsync(cancellationToken: cancellationToken);
        var ticket = await zendeskClients.GetClient("emea").Tickets.ShowAsync(35436, cancellationToken);
        #endregion

        (me.Id, ticket.Id).ShouldNotBe((null, 0));
    }

    public static void MapWebhooks(WebApplication app)
    {
        #region Webhooks
        app.MapSupportWebhooks();   // POST /webhooks/{vendor} and /webhooks/{vendor}/{account}
        #endregion
    }

    public static async Task Repair(FailedEffects failedEffects, EffectId chosen, CancellationToken cancellationToken)
    {
        #region FailedEffects
        await foreach (var effect in failedEffects.ListAsync(cancellationToken))
        {
            Console.WriteLine($"{effect.Id}  {effect.Attempts} attempts  {effect.Error}");
        }

        await failedEffects.RetryAsync(chosen, cancellationToken);     // the cause is gone: run it again
        await failedEffects.DiscardAsync(chosen, cancellationToken);   // nobody wants it any more
        #endregion
    }

    public static async Task Ask(MeetingWorkflow meetings, TextCatalog texts, WorkItemRef workItem, CommandOrigin origin, CancellationToken cancellationToken)
    {
        #region Panel
        var panel = await meetings.GetPanelAsync(workItem, origin, cancellationToken);
        foreach (var action in panel.Actions)
        {
            var label = texts.Write(MeetingTexts.KeyOfAction(action.Action), CultureInfo.GetCultureInfo("fr"), TimeZoneInfo.Utc);
            Console.WriteLine(action.Refusal is { } refusal ? $"{label}: {texts.Write(refusal, CultureInfo.GetCultureInfo("fr"))}" : label);
        }
        #endregion
    }
}
