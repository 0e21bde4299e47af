namespace Support.Sdk.ServiceDesk;

/// <summary>Gives the clients of each registered Service Desk.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IServiceDeskClientFactory
{
    /// <summary>The technicians' client of an account; always the same one.</summary>
    /// <param name="account">The name the account was registered with; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered with <c>AddServiceDeskClient</c>.</exception>
    ServiceDeskClient GetClient(string account = "");

    /// <summary>The end users' client of an account; always the same one.</summary>
    /// <param name="account">The name the account was registered with; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered with <c>AddServiceDeskEndUserClient</c>.</exception>
    ServiceDeskEndUserClient GetEndUserClient(string account = "");
}
