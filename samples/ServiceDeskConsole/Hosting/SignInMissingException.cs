namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>Outside Development nobody could sign in, or, worse, everybody could: the host does not start.</summary>
public sealed class SignInMissingException() : InvalidOperationException(
    """
    This console has a sign-in of its own in Development only, and this is another environment.
    To try it out:      dotnet run --project samples/ServiceDeskConsole
    To use it in earnest: register your authentication (OpenID Connect, for example) where Program.cs calls ConsoleHost.Create; README.md shows how.
    """);
