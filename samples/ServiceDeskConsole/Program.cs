using Support.Sdk.ServiceDeskConsole;
using Support.Sdk.ServiceDeskConsole.Hosting;

WebApplication app;
try
{
    app = ConsoleHost.Create(args);
}
catch (SignInMissingException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}

await using (app)
{
    await app.StartAsync();
    Banner.Write(app, Console.Out);
    await app.WaitForShutdownAsync();
}

return 0;
