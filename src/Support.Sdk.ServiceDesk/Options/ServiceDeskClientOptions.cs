namespace Support.Sdk.ServiceDesk;

/// <summary>A Service Desk as technicians reach it.</summary>
/// <remarks>Exactly one way to sign in must be given: <see cref="AccessToken"/>, or <see cref="UseCredentials"/> in code.</remarks>
public sealed class ServiceDeskClientOptions : ServiceDeskConnectionOptions
{
    /// <summary>Signs in with a bearer token obtained elsewhere, which is never renewed. Secret.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? AccessToken { get; set; }

    internal Func<IServiceProvider, VendorCredentials>? Credentials { get; private set; }

    /// <summary>
    /// Signs in with credentials of the host's choice: OAuth of its identity provider (<see cref="VendorCredentials.OAuth"/>), or an <see cref="IAccessTokenSource"/> of its own
    /// (<see cref="VendorCredentials.From"/>), which is asked on every attempt and told for which technician (<see cref="ServiceDeskClient.ForTechnician"/>).
    /// </summary>
    /// <param name="credentials">Gives the credentials; called once, when the client is first used.</param>
    public void UseCredentials(Func<IServiceProvider, VendorCredentials> credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        Credentials = credentials;
    }
}
