namespace Support.Sdk.Sessions;

/// <summary>The computer to which a session is bound: the first on which its support application was launched.</summary>
/// <param name="Id">The computer's id, as its support application tells it.</param>
/// <param name="IsOnline">Whether it is connected now.</param>
public sealed record SessionDevice(string Id, bool IsOnline);
