namespace Support.Sdk.ServiceDesk;

/// <summary>A Service Desk as end users reach it: without credentials, for a PIN or a link opens the session.</summary>
public sealed class ServiceDeskEndUserClientOptions : ServiceDeskConnectionOptions;
