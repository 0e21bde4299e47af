using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Architecture.Snippets;

internal static class ServiceDeskHttpSnippets
{
    public static void Services(IServiceCollection services)
    {
        #region ServiceDeskServices
        services.AddAuthentication().AddCookie();                             // the host's own sign-in
        services.AddSqliteStore("data/support.db");
        services.AddServiceDesk(options => options.EndUserLink = "https://support.example.com/s/{token}");
        services.AddServiceDeskOpenApi();                                     // if the description is to be published
        #endregion
    }

    public static void Map(WebApplication app)
    {
        #region ServiceDeskMap
        app.MapServiceDesk();                                                 // below /service-desk
        app.MapOpenApi();                                                     // /openapi/service-desk.json
        #endregion
    }
}
