namespace Support.Sdk.ServiceDesk;

/// <summary>Names under which this package registers and is found.</summary>
public static class ServiceDeskConstants
{
    /// <summary>The name of the technicians' client in telemetry, exceptions and <see cref="VendorServiceProviderExtensions.GetVendorTransport"/>.</summary>
    public const string Vendor = "service-desk";

    /// <summary>The name of the end users' client there.</summary>
    public const string EndUserVendor = "service-desk-end-user";

    /// <summary>The scheme of the <c>Authorization</c> header that carries an end user's ticket.</summary>
    public const string TicketScheme = "SupportSession";
}
