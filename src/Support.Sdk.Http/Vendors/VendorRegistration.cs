namespace Support.Sdk.Http;

/// <summary>One account of a vendor, as its package registers it.</summary>
/// <remarks>The functions are called once each, when the account is first used.</remarks>
public sealed class VendorRegistration
{
    /// <summary>The vendor.</summary>
    public required VendorProfile Profile { get; init; }

    /// <summary>The named account of the host application; empty for the default one.</summary>
    public string Account { get; init; } = "";

    /// <summary>Gives the base address: HTTPS, or HTTP on a loopback address. A missing slash at its end is added.</summary>
    public required Func<IServiceProvider, Uri> BaseAddress { get; init; }

    /// <summary>Gives the pipeline's options, already validated.</summary>
    public required Func<IServiceProvider, SupportHttpOptions> HttpOptions { get; init; }

    /// <summary>Gives the credentials: <see cref="VendorCredentials.Static"/> or <see cref="VendorCredentials.OAuth"/>, or a source of the host's own.</summary>
    public required Func<IServiceProvider, VendorCredentials> Credentials { get; init; }
}
