using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary><c>/api/v2/account/settings</c>: the settings an integration looks at (fact sheet section 9).</summary>
internal sealed class AccountEndpoints(ZendeskAccount account)
{
    public EmulatorResponse Settings(ZendeskCall call) => ZendeskJson.Answer(200, new JsonObject
    {
        ["settings"] = new JsonObject
        {
            ["active_features"] = new JsonObject { ["allow_ccs"] = true, ["chat"] = false, ["user_tagging"] = true, ["ticket_tagging"] = true },
            ["agents"] = new JsonObject { ["agent_workspace"] = true },
            // A string on the wire, unlike its neighbours.
            ["api"] = new JsonObject { ["accepted_api_agreement"] = true, ["api_token_access"] = account.Options.ApiTokensAccepted ? "true" : "false" },
            ["cdn"] = new JsonObject
            {
                ["hosts"] = new JsonArray(new JsonObject { ["name"] = "default", ["url"] = "https://static.zdassets.com" }),
            },
            ["chat"] = new JsonObject
            {
                ["available"] = true,
                ["enabled"] = false,
                ["integrated"] = true,
                ["maximum_request_count"] = 1,
                ["welcome_message"] = "",
            },
            ["limits"] = new JsonObject { ["attachment_size"] = 52428800 },
            ["lotus"] = new JsonObject { ["pod_id"] = 999, ["prefer_lotus"] = true },
            ["tickets"] = new JsonObject
            {
                ["agent_collision"] = true,
                ["assign_tickets_upon_solve"] = true,
                ["collaboration"] = true,
                ["comments_public_by_default"] = account.Options.CommentsPublicByDefault,
                ["follower_and_email_cc_collaborations"] = account.Options.CcsAndFollowers,
                ["is_first_comment_private_enabled"] = true,
                ["tagging"] = true,
            },
        },
    });
}
