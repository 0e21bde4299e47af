using Microsoft.Extensions.Options;
using Support.Sdk.ServiceDeskConsole.Demo;

namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>What a newcomer reads after the start: what to open, and who can sign in.</summary>
internal static class Banner
{
    public static void Write(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<IOptions<ConsoleOptions>>().Value;
        var address = app.Urls.First().TrimEnd('/');
        output.WriteLine("Service Desk console");
        output.WriteLine();
        output.WriteLine($"  technicians   {address}/");
        if (app.Environment.IsDevelopment())
        {
            foreach (var technician in DemoTechnician.All)
            {
                output.WriteLine($"                  {technician.Name,-14} {technician.English}");
            }

            output.WriteLine("                  (Development only: no passwords)");
        }

        output.WriteLine($"  end users     {address}/help, with the PIN that a technician tells them");
        output.WriteLine($"                  Open it in another browser, or in a private window.");
        output.WriteLine($"  data          {(string.IsNullOrEmpty(options.PostgreSql) ? options.SqliteFile : "PostgreSQL")}");
        output.WriteLine("  stop          Ctrl+C");
    }
}
