namespace Support.Sdk.Emulators.Salesforce;

/// <summary>A user of the emulated org. Immutable.</summary>
/// <param name="Id">The 18-character id.</param>
/// <param name="Username">The sign-in name, unique over all orgs.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Email">The address.</param>
public sealed record SalesforceUser(string Id, string Username, string Name, string Email);
