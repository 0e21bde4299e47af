namespace Support.Sdk.Salesforce;

/// <summary>Gives the client of each registered account.</summary>
/// <remarks>Thread-safe.</remarks>
public interface ISalesforceClientFactory
{
    /// <summary>The client of an account; always the same one.</summary>
    /// <param name="account">The name the account was registered with; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">No such account was registered.</exception>
    SalesforceClient GetClient(string account = "");
}
