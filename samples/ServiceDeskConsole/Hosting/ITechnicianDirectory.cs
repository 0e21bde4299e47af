namespace Support.Sdk.ServiceDeskConsole.Hosting;

/// <summary>The technicians to choose from when a session is handed over or somebody is invited. Without one the pages show ids and let people type them.</summary>
public interface ITechnicianDirectory
{
    /// <summary>All technicians, in the order in which they are offered.</summary>
    ValueTask<IReadOnlyList<Technician>> ListAsync(CancellationToken cancellationToken);
}
