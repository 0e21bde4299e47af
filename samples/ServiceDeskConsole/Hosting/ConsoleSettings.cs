namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>What the pages are told at their start.</summary>
/// <param name="Now">The server's clock (UTC), which deadlines are measured by.</param>
/// <param name="DemoSignIn">Whether technicians sign in, and out, by the demo's page.</param>
internal sealed record ConsoleSettings(DateTimeOffset Now, bool DemoSignIn);
