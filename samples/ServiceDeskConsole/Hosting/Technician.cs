namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>A person as the pages name him or her.</summary>
/// <param name="Id">The id that sessions and channels know.</param>
/// <param name="Name">The name for people to read.</param>
public sealed record Technician(string Id, string Name);
