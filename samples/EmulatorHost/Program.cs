using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;

if (HostArguments.TryParse(args) is not { } arguments)
{
    Console.Error.WriteLine(HostArguments.Usage);
    return 2;
}

var options = new WebexEmulatorOptions { Port = arguments.WebexPort, InsertEmptyPages = arguments.EmptyPages, InstanceDetailsDelay = TimeSpan.Zero };
options.Webhooks.AutoDeliver = true;
await using var webex = await WebexEmulator.StartAsync(options);
var zendeskOptions = new ZendeskEmulatorOptions { Port = arguments.ZendeskPort };
zendeskOptions.Webhooks.AutoDeliver = true;
await using var zendesk = await ZendeskEmulator.StartAsync(zendeskOptions);
if (arguments.FaultScript is { } path)
{
    // The paths of the vendors differ, so one script serves both.
    var script = await File.ReadAllTextAsync(path);
    webex.LoadFaults(script);
    zendesk.LoadFaults(script);
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

var agent = zendesk.AddUser("Anna Adams", "anna@example.com", ZendeskRole.Agent);
var customer = zendesk.AddUser("Carl Client", "carl@example.org", ZendeskRole.EndUser);
var ticket = zendesk.AddTicket(customer, "Printer on fire", "It burns.", assignee: agent);
var agentToken = zendesk.CreateAccessToken(agent).AccessToken;
Console.WriteLine($"""
    Zendesk        {zendesk.BaseAddress}
    agent          {agent.Email}, user {agent.Id}
      access token   {agentToken}
      API token      {zendesk.CreateApiToken(agent)}   (basic authentication as {agent.Email}/token)
    customer       {customer.Email}, user {customer.Id}
      access token   {zendesk.CreateAccessToken(customer).AccessToken}
    ticket         {ticket}

    Try:  curl -H 'Authorization: Bearer {anna.AccessToken}' {webex.ApiAddress}people/me
          curl -H 'Authorization: Bearer {agentToken}' {zendesk.BaseAddress}api/v2/tickets/{ticket.Id}
    """);
Console.WriteLine(HostConsole.Commands);

// Ctrl+C ends the process; where there is no keyboard (a container, a service) the host runs on.
var console = new HostConsole(webex, zendesk);
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
