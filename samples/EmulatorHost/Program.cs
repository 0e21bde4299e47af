using Support.Sdk.Emulators.Webex;

if (HostArguments.TryParse(args) is not { } arguments)
{
    Console.Error.WriteLine(HostArguments.Usage);
    return 2;
}

var options = new WebexEmulatorOptions { Port = arguments.WebexPort, InsertEmptyPages = arguments.EmptyPages, InstanceDetailsDelay = TimeSpan.Zero };
options.Webhooks.AutoDeliver = true;
await using var webex = await WebexEmulator.StartAsync(options);
if (arguments.FaultScript is { } path)
{
    webex.LoadFaults(await File.ReadAllTextAsync(path));
    Console.WriteLine($"faults         {path}: {webex.Faults.All.Count} on requests");
}

var integration = arguments.RedirectUri is { } redirectUri ? webex.AddIntegration(redirectUri) : webex.Integration;
var anna = webex.AddUser("anna@example.com", "Anna Adams", new WebexUserSeed { Integration = integration });
var ben = webex.AddUser("ben@example.com", "Ben Brown", new WebexUserSeed { Integration = integration, PersonalRoom = false });
var root = webex.AddUser("root@example.com", "Rita Root", new WebexUserSeed { Integration = integration, IsAdministrator = true });
var room = webex.AddRoom("Case 42", [anna, ben]);

Console.WriteLine($"""
    Webex          {webex.ApiAddress}
    authorize      {webex.ApiAddress}authorize   (approves at once, as {anna.Email})
    client id      {integration.ClientId}
    client secret  {integration.ClientSecret}
    redirect URI   {integration.RedirectUris[0]}
    space          {room}

    """);
foreach (var (user, what) in new[] { (anna, "host with personal room"), (ben, "host without"), (root, "administrator") })
{
    Console.WriteLine($"""
        {user}   {what}
          person id      {user.Id}
          access token   {user.AccessToken}
          refresh token  {user.RefreshToken}
          personal room  {user.PersonalRoomLink ?? "none"}

        """);
}

Console.WriteLine($"Try:  curl -H 'Authorization: Bearer {anna.AccessToken}' {webex.ApiAddress}people/me");
Console.WriteLine(WebexConsole.Commands);

// Ctrl+C ends the process; where there is no keyboard (a container, a service) the host runs on.
var console = new WebexConsole(webex);
while (true)
{
    var line = Console.ReadLine();
    if (line is null)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }
    else if (line.Trim() == "quit")
    {
        return 0;
    }
    else
    {
        Console.WriteLine(console.Execute(line));
    }
}
